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

    private void Discard()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
