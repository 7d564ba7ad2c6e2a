using System.IO.Compression;
using System.Text;
using Classifier.Core;

namespace Classifier.Training.Files;

/// <summary>Files that the user names for reading.</summary>
internal static class InputFile
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="ClassifierException">It is a folder; the runtime would speak of denied access.</exception>
    public static FileStream Open(string path) => Directory.Exists(path)
        ? throw new ClassifierException(
            ErrorKind.InvalidArgument, "INPUT_FOLDER", $"{path} is a folder; name a file in it.")
        : File.OpenRead(path);

    /// <summary>The lines of a text, unzipped where the file's name ends in .gz; no letter is replaced.</summary>
    /// <exception cref="ClassifierException">The text is not UTF-8, or not zipped though its name says so.</exception>
    public static IEnumerable<string> Lines(string path)
    {
        using var file = Open(path);
        using var text = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var reader = new StreamReader(text, Strict);
        for (var read = 0; Next(reader, path, read) is { } line; read++)
        {
            yield return line;
        }
    }

    /// <summary>The reader runs ahead of its lines, so the place is told by those before it.</summary>
    private static string? Next(StreamReader reader, string path, int read)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException e)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "TEXT_BROKEN",
                $"{path} is not zipped, as its name says, or is damaged behind line {read}; zip it with gzip.",
                e);
        }
        catch (DecoderFallbackException)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "TEXT_BROKEN",
                $"{path} is not UTF-8 somewhere behind line {read}; save it as UTF-8.");
        }
    }
}
