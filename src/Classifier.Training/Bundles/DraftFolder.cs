using Classifier.Core;
using Classifier.Training.Terminal;

namespace Classifier.Training.Bundles;

/// <summary>
/// A folder beside the final one, that takes its place in one step: nobody loads half a bundle, and a run that fails,
/// or is asked to stop, leaves the old one as it was and no draft. Two runs do not write to one.
/// </summary>
internal sealed class DraftFolder : IDisposable
{
    /// <summary>Ends the name of the folder that is written.</summary>
    public const string DraftEnd = ".draft";

    /// <summary>Ends the name of the bundle before, until the new one stands.</summary>
    public const string OldEnd = ".old";

    /// <summary>Threads that still write are not waited for, so a folder may fill while it is emptied.</summary>
    private const int MostTries = 20;

    /// <summary>What Linux, macOS and Windows say of a file that another program holds.</summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly string _final;
    private readonly FileStream _own;
    private readonly Action<int> _exit;
    private readonly Lock _lock = new();
    private readonly StopSignals _signals;
    private bool _isPublished;
    private bool _isStopped;

    /// <param name="final">
    /// Where the bundle shall stand, after <see cref="BundlePlace"/> has seen it; what is there is replaced.
    /// </param>
    /// <param name="exit">Ends the program with a status; <see cref="Environment.Exit"/> where it is left out.</param>
    /// <exception cref="ClassifierException">Another run writes there, or none can.</exception>
    public DraftFolder(string final, Action<int>? exit = null)
    {
        _final = System.IO.Path.TrimEndingDirectorySeparator(final);
        Path = _final + DraftEnd;
        _exit = exit ?? Environment.Exit;
        _own = Own(_final);
        AppDomain.CurrentDomain.ProcessExit += AtExit;
        _signals = new(Stop);
        try
        {
            Begin();
        }
        catch
        {
            LetGo();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Takes the place; where the run is stopped already, the program's end is waited for instead.</summary>
    public void Publish()
    {
        lock (_lock)
        {
            if (!_isStopped)
            {
                Replace();
                return;
            }
        }

        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>Ends the program, unless the bundle stands already: then what is left of the run is a moment.</summary>
    public void Stop(int status)
    {
        lock (_lock)
        {
            if (_isPublished)
            {
                return;
            }

            _isStopped = true;
        }

        _exit(status);
    }

    public void Dispose()
    {
        try
        {
            lock (_lock)
            {
                Discard(Path);
            }
        }
        finally
        {
            LetGo();
        }
    }

    private void LetGo()
    {
        _signals.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= AtExit;
        _own.Dispose();
    }

    private void Begin()
    {
        lock (_lock)
        {
            Discard(Path);
            Directory.CreateDirectory(Path);
        }
    }

    private void Replace()
    {
        var old = _final + OldEnd;
        if (Directory.Exists(_final))
        {
            Discard(old);
            Directory.Move(_final, old);
        }

        TakePlace(old);
        _isPublished = true;
        DiscardReplaced(old);
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
        var file = final + DraftEnd + ".lock";
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(final)!);
            return new(
                file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (Held.Contains(e.HResult))
        {
            throw Taken($"Another run is training into {final}; wait for it, or name another folder with --output.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Taken(
                $"{file}, which keeps a second run out, cannot be written; give this user the right to write it and "
                    + "its folder, or name another folder with --output.",
                e);
        }
    }

    private static ClassifierException Taken(string message, Exception cause) =>
        new(ErrorKind.FailedPrecondition, "OUTPUT_TAKEN", message, cause);

    /// <summary>The lock is kept: what is left of the run waits there for the program's end.</summary>
    private void AtExit(object? sender, EventArgs e)
    {
        _lock.Enter();
        Discard(Path);
        _own.Dispose();
    }

    /// <summary>The new bundle stands, and is good without it.</summary>
    private static void DiscardReplaced(string old)
    {
        try
        {
            Discard(old);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(
                $"The bundle that was replaced could not be deleted; delete {old} by hand. {e.Message}");
        }
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
