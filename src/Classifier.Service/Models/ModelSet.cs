using Classifier.Core;

namespace Classifier.Service.Models;

/// <summary>All models that are served at a time. Never changed, only replaced as a whole.</summary>
/// <param name="Champion">Answers where a request names no model.</param>
/// <param name="Challengers">The others by alias.</param>
internal sealed record ModelSet(
    PassageClassifier Champion, IReadOnlyDictionary<string, PassageClassifier> Challengers)
{
    /// <summary>The model of that alias; null where there is none.</summary>
    public PassageClassifier? Find(string alias) =>
        alias == ModelAlias.Champion ? Champion : Challengers.GetValueOrDefault(alias);
}
