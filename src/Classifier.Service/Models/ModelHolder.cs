using Classifier.Core;
using Classifier.Service.Errors;

namespace Classifier.Service.Models;

/// <summary>The models that are served. Whoever answers takes one once and keeps it for the whole answer.</summary>
internal sealed class ModelHolder
{
    private volatile ModelSet? _served;
    private volatile IReadOnlyList<ModelProblem> _problems = [];
    private volatile string? _failure;

    public bool IsReady => _served is not null;

    /// <summary>What went wrong where loading failed and the service stops.</summary>
    public string? Failure => _failure;

    /// <summary>What the last loading left as it was, since something was wrong.</summary>
    public IReadOnlyList<ModelProblem> Problems => _problems;

    /// <summary>All models; null until they have loaded.</summary>
    public ModelSet? Served => _served;

    /// <summary>The champion.</summary>
    /// <exception cref="ClassifierException">Nothing is loaded yet.</exception>
    public PassageClassifier Current => Loaded.Champion;

    private ModelSet Loaded => _served ?? throw new ClassifierException(
        ErrorKind.Unavailable, "MODEL_LOADING", "The models are still loading; send the call again in a moment.");

    /// <summary>The model that a request asks for.</summary>
    /// <param name="alias">Its alias; empty for the champion.</param>
    /// <exception cref="ClassifierException">No such model, no alias at all, or nothing is loaded yet.</exception>
    public PassageClassifier Choose(string alias) => alias.Length == 0 ? Current : Named(alias, Loaded);

    public void Serve(PassageClassifier champion) =>
        Serve(new ModelSet(champion, new Dictionary<string, PassageClassifier>()), []);

    /// <summary>Swaps all models in one step.</summary>
    public void Serve(ModelSet models, IReadOnlyList<ModelProblem> problems) =>
        (_served, _problems) = (models, problems);

    public void Fail(string problem) => _failure = problem;

    private static PassageClassifier Named(string alias, ModelSet models)
    {
        if (!ModelAlias.IsValid(alias))
        {
            throw Violation.Of(
                "MODEL_MALFORMED", "model",
                $"has {alias.Length} characters and is no alias; allowed are {ModelAlias.Form}");
        }

        return models.Find(alias) ?? throw new ClassifierException(
            ErrorKind.NotFound, "MODEL_UNKNOWN",
            $"model: there is no {alias}; GetModel names the challengers, and without a name the champion answers.")
        {
            Resource = new("model", alias),
        };
    }
}
