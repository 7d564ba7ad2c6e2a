using System.IO.Compression;
using Classifier.Core;

namespace Classifier.Training.Files;

/// <summary>Files that the user names for reading.</summary>
internal static class InputFile
{
    /// <exception cref="ClassifierException">It is a folder; the runtime would speak of denied access.</exception>
    public static FileStream Open(string path) => Directory.Exists(path)
        ? throw new ClassifierException(
            ErrorKind.InvalidArgument, "INPUT_FOLDER", $"{path} is a folder; name a file in it.")
        : File.OpenRead(path);

    /// <summary>The lines of a text, unzipped where the file's name ends in .gz.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var file = Open(path);
        using var text = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var reader = new StreamReader(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
