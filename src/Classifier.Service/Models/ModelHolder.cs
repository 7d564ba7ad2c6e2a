using Classifier.Core;

namespace Classifier.Service.Models;

/// <summary>The models that are served. Whoever answers takes them once and keeps them for the whole answer.</summary>
internal sealed class ModelHolder
{
    private volatile PassageClassifier? _current;
    private volatile bool _failed;

    public bool IsReady => _current is not null;

    /// <summary>Loading went wrong; the service stops.</summary>
    public bool Failed => _failed;

    /// <exception cref="ClassifierException">Nothing is loaded yet.</exception>
    public PassageClassifier Current => _current ?? throw new ClassifierException(
        ErrorKind.Unavailable, "MODEL_LOADING", "The models are still loading; send the call again in a moment.");

    public void Serve(PassageClassifier classifier) => _current = classifier;

    public void Fail() => _failed = true;
}
