using Classifier.Core;

namespace Classifier.Training.Files;

/// <summary>Files that a command is to write, seen before its work: none of them costs the user another file.</summary>
internal static class WrittenFiles
{
    /// <param name="read">The files that the command reads.</param>
    /// <param name="written">The options that name files to write; null where one was not given.</param>
    /// <exception cref="ClassifierException">One is read as well, or named twice, or cannot be made.</exception>
    public static void Check(IEnumerable<string> read, params (string Option, string? Path)[] written)
    {
        var inputs = read.Select(FilePlace.Of).ToHashSet(FilePlace.Names);
        var own = new Dictionary<string, string>(FilePlace.Names);
        foreach (var (option, path) in written)
        {
            if (path is null || FilePlace.IsDevice(path))
            {
                continue;
            }

            var place = FilePlace.Of(path);
            CheckFolder(option, path, place);
            if (inputs.Contains(place) || inputs.Contains(place + OutputFile.DraftEnd))
            {
                throw Bad($"{option} {path} would overwrite the input; name another file.");
            }

            if (!own.TryAdd(place, option))
            {
                throw Bad($"{own[place]} and {option} both name {path}; name two files.");
            }
        }
    }

    private static void CheckFolder(string option, string path, string place)
    {
        if (Directory.Exists(place))
        {
            throw Bad($"{option} {path} is a folder; name a file in it.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(place)))
        {
            throw Bad($"{option} {path} lies in a folder that is not there; make it first.");
        }
    }

    private static ClassifierException Bad(string message) =>
        new(ErrorKind.InvalidArgument, "OUTPUT_TAKEN", message);
}
