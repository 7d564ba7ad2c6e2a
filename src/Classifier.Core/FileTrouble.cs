namespace Classifier.Core;

/// <summary>
/// Tells files that are not there from files that can't be read just now. A look beforehand (<c>File.Exists</c>) takes
/// the latter for missing as well, so readers open first and ask here when that fails.
/// </summary>
public static class FileTrouble
{
    /// <summary>There is no such file or folder.</summary>
    public static bool IsMissing(Exception error) => error is FileNotFoundException or DirectoryNotFoundException;

    /// <summary>
    /// The same file may be read well at another time, though nothing about it changes: out of handles, a network drive
    /// that is away, rights. Neither a file that is missing nor one that ends too soon is such.
    /// </summary>
    public static bool MayPass(Exception error) =>
        error is UnauthorizedAccessException
        || (error is IOException and not EndOfStreamException && !IsMissing(error));
}
