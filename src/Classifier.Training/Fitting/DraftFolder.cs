namespace Classifier.Training.Fitting;

/// <summary>
/// A folder beside the final one, that takes its place in one step: nobody loads half a bundle, and a run that fails
/// leaves the old one as it was.
/// </summary>
internal sealed class DraftFolder : IDisposable
{
    private readonly string _final;

    /// <param name="final">
    /// Where the bundle shall stand, after <see cref="BundlePlace"/> has seen it; what is there is replaced.
    /// </param>
    public DraftFolder(string final)
    {
        _final = System.IO.Path.TrimEndingDirectorySeparator(final);
        Path = _final + ".draft";
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
}
