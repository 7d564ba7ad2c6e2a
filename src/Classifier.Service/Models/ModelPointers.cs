namespace Classifier.Service.Models;

/// <summary>All that is to be served.</summary>
/// <param name="Champion">Answers where a request names no model.</param>
/// <param name="Challengers">By alias.</param>
/// <param name="Unlisted">
/// The folder of challengers, where it is there and can't be looked into: which there are to be is not known then. Null
/// where it can.
/// </param>
internal sealed record ModelPointers(
    ModelPointer Champion, IReadOnlyList<ModelPointer> Challengers, ModelPointer? Unlisted = null)
{
    /// <summary>The champion's first.</summary>
    public IReadOnlyList<ModelPointer> All =>
        Unlisted is null ? [Champion, .. Challengers] : [Champion, .. Challengers, Unlisted];
}
