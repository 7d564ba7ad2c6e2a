using Classifier.Core;

namespace Classifier.Service.Models;

/// <summary>
/// Opens the champion while there is no host yet: making one takes as long as most of the loading, and one core.
/// Whoever opens the first bundle is given what came of it, unless another bundle is wanted or its files have
/// changed since.
/// </summary>
internal sealed class EarlyOpening
{
    private readonly BundleOpener _open;
    private readonly string _seen;
    private Task<PassageClassifier>? _opened;

    /// <param name="champion">Where it lies; nothing is opened early where the pointer can't be followed.</param>
    /// <param name="open">Opens any bundle.</param>
    public EarlyOpening(ModelPointer champion, BundleOpener open)
    {
        (_open, _seen) = (open, BundleFingerprint.Of([champion]));
        _opened = champion.Folder is { } folder ? Begin(folder) : null;
    }

    /// <summary>On a thread of its own: of those of the pool there are only as many as cores at first.</summary>
    private Task<PassageClassifier> Begin(string folder) => Task.Factory.StartNew(
        () => _open(folder), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <exception cref="ClassifierException">Something about the bundle is wrong.</exception>
    public PassageClassifier Open(string folder)
    {
        var opened = Interlocked.Exchange(ref _opened, null);
        return opened is not null && BundleFingerprint.Of([new(ModelAlias.Champion, folder)]) == _seen
            ? opened.GetAwaiter().GetResult()
            : _open(folder);
    }
}
