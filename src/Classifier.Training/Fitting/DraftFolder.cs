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

    public DraftFolder(string final)
    {
        _final = final.TrimEnd(System.IO.Path.DirectorySeparatorChar);
        Path = _final + ".draft";
        CheckReplaceable();
        Discard();
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Publish()
    {
        if (Directory.Exists(_final))
        {
            Directory.Delete(_final, recursive: true);
        }

        Directory.Move(Path, _final);
    }

    public void Dispose() => Discard();

    /// <summary>Replacing means deleting what was there, and that must be no other thing than a bundle.</summary>
    private void CheckReplaceable()
    {
        var holdsOther = Directory.Exists(_final)
            && Directory.EnumerateFileSystemEntries(_final).Any()
            && !File.Exists(System.IO.Path.Combine(_final, BundleManifest.FileName));
        if (holdsOther || File.Exists(_final))
        {
            throw new ClassifierException(
                ErrorKind.FailedPrecondition, "OUTPUT_TAKEN", $"{_final} is there already and is no bundle; name another folder.");
        }
    }

    private void Discard()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
