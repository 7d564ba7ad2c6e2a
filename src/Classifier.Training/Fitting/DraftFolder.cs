using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Training.Fitting;

/// <summary>
/// A folder beside the final one, that takes its place in one step: nobody loads half a bundle, and a run that fails
/// leaves the old one as it was.
/// </summary>
internal sealed class DraftFolder : IDisposable
{
    private readonly string _final;

    /// <param name="final">Where the bundle shall stand; an older bundle there is replaced.</param>
    /// <exception cref="ClassifierException">Something other than a bundle stands there.</exception>
    public DraftFolder(string final)
    {
        _final = System.IO.Path.TrimEndingDirectorySeparator(final);
        Path = _final + ".draft";
        CheckReplaceable();
        Discard(Path);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Publish()
    {
        var old = _final + ".old";
        Discard(old);
        if (Directory.Exists(_final))
        {
            Directory.Move(_final, old);
        }

        Directory.Move(Path, _final);
        Discard(old);
    }

    public void Dispose() => Discard(Path);

    private static void Discard(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// What is replaced is deleted, so it has to be a bundle: a mistyped --output must not cost other files.
    /// </summary>
    private void CheckReplaceable()
    {
        if (Directory.Exists(_final)
            && Directory.EnumerateFileSystemEntries(_final).Any()
            && !File.Exists(System.IO.Path.Combine(_final, BundleManifest.FileName)))
        {
            throw new ClassifierException(
                ErrorKind.FailedPrecondition, "OUTPUT_TAKEN",
                $"{_final} is there already and is no bundle; name another folder.");
        }
    }
}
