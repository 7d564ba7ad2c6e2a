namespace Classifier.Training.Files;

/// <summary>Where a path leads, so that two ways of writing it can be told to be one.</summary>
internal static class FilePlace
{
    /// <summary>How the system's files are told apart by name; single folders may be set up otherwise.</summary>
    public static StringComparer Names { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        ? StringComparer.OrdinalIgnoreCase
        : StringComparer.Ordinal;

    /// <summary>The whole path, after every link on it.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder)
        {
            return full;
        }

        var here = Path.Combine(Of(folder), Path.GetFileName(full));
        var target = Path.Exists(here) ? File.ResolveLinkTarget(here, returnFinalTarget: true) : null;
        return target is null ? here : Of(target.FullName);
    }

    /// <summary>
    /// Whether it leads to a terminal, a pipe or the like by one of the system's own names for them; what lies in the
    /// memory that Linux shows as a folder there are files.
    /// </summary>
    public static bool IsDevice(string path) => Array.Exists([Path.GetFullPath(path), Of(path)], IsDevicePlace);

    private static bool IsDevicePlace(string place) =>
        (Lies(place, "/dev/") && !Lies(place, "/dev/shm/")) || Lies(place, "/proc/");

    private static bool Lies(string place, string under) => place.StartsWith(under, StringComparison.Ordinal);
}
