using Classifier.Training.Terminal;

namespace Classifier.Training.Fitting;

/// <summary>
/// A folder beside the final one, that takes its place in one step: nobody loads half a bundle, and a run that fails, or
/// is asked to stop, leaves the old one as it was and no draft.
/// </summary>
internal sealed class DraftFolder : IDisposable
{
    /// <summary>Threads that still write are not waited for, so a folder may fill while it is emptied.</summary>
    private const int MostTries = 20;

    private readonly string _final;
    private readonly Lock _lock = new();
    private readonly StopSignals _signals;

    /// <param name="final">
    /// Where the bundle shall stand, after <see cref="BundlePlace"/> has seen it; what is there is replaced.
    /// </param>
    public DraftFolder(string final)
    {
        _final = System.IO.Path.TrimEndingDirectorySeparator(final);
        Path = _final + ".draft";
        Discard(Path);
        Directory.CreateDirectory(Path);
        AppDomain.CurrentDomain.ProcessExit += AtExit;
        _signals = new(Environment.Exit);
    }

    public string Path { get; }

    public void Publish()
    {
        lock (_lock)
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
    }

    public void Dispose()
    {
        _signals.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= AtExit;
        lock (_lock)
        {
            Discard(Path);
        }
    }

    /// <summary>The lock is kept: what is left of the run waits there for the program's end.</summary>
    private void AtExit(object? sender, EventArgs e)
    {
        _lock.Enter();
        Discard(Path);
    }

    private static void Discard(string folder)
    {
        for (var tried = 1; Directory.Exists(folder); tried++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (tried < MostTries)
            {
                Thread.Sleep(tried);
            }
        }
    }
}
