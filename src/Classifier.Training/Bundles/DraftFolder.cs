using Classifier.Core;
using Classifier.Training.Terminal;

namespace Classifier.Training.Bundles;

/// <summary>
/// A folder beside the final one, that takes its place in one step: nobody loads half a bundle, and a run that fails,
/// or is asked to stop, leaves the old one as it was and no draft. Two runs do not write to one.
/// </summary>
internal sealed class DraftFolder : IDisposable
{
    /// <summary>Threads that still write are not waited for, so a folder may fill while it is emptied.</summary>
    private const int MostTries = 20;

    /// <summary>What Linux, macOS and Windows say of a file that another program holds.</summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly string _final;
    private readonly FileStream _own;
    private readonly Lock _lock = new();
    private readonly StopSignals _signals;

    /// <param name="final">
    /// Where the bundle shall stand, after <see cref="BundlePlace"/> has seen it; what is there is replaced.
    /// </param>
    /// <exception cref="ClassifierException">Another run writes there.</exception>
    public DraftFolder(string final)
    {
        _final = System.IO.Path.TrimEndingDirectorySeparator(final);
        _own = Own(_final);
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
            if (Directory.Exists(_final))
            {
                Discard(old);
                Directory.Move(_final, old);
            }

            TakePlace(old);
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

        _own.Dispose();
    }

    private void TakePlace(string old)
    {
        try
        {
            Directory.Move(Path, _final);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(old) && !Directory.Exists(_final))
            {
                Directory.Move(old, _final);
            }

            throw;
        }
    }

    /// <summary>
    /// A file beside the folder that one run holds at a time; the system lets go of it however the run ends.
    /// </summary>
    private static FileStream Own(string final)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(final)!);
        try
        {
            return new(
                final + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (Held.Contains(e.HResult))
        {
            throw new ClassifierException(
                ErrorKind.FailedPrecondition, "OUTPUT_TAKEN",
                $"Another run is training into {final}; wait for it, or name another folder with --output.", e);
        }
    }

    /// <summary>The lock is kept: what is left of the run waits there for the program's end.</summary>
    private void AtExit(object? sender, EventArgs e)
    {
        _lock.Enter();
        Discard(Path);
        _own.Dispose();
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
