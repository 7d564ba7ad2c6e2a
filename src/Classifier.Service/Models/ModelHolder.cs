using Classifier.Core;

namespace Classifier.Service.Models;

/// <summary>The models that are served. Whoever answers takes them once and keeps them for the whole answer.</summary>
internal sealed class ModelHolder
{
    private volatile PassageClassifier? _current;
    private volatile string? _failure;

    public bool IsReady => _current is not null;

    /// <summary>What went wrong where loading failed and the service stops.</summary>
    public string? Failure => _failure;

    /// <exception cref="ClassifierException">Nothing is loaded yet.</exception>
    public PassageClassifier Current => _current ?? throw new ClassifierException(
        ErrorKind.Unavailable, "MODEL_LOADING", "The models are still loading; send the call again in a moment.");

    public void Serve(PassageClassifier classifier) => _current = classifier;

    public void Fail(string problem) => _failure = problem;
}
