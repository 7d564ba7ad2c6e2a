using System.Numerics.Tensors;

namespace Classifier.Core.Models;

/// <summary>Scores of exclusive classes to probabilities.</summary>
internal static class Softmax
{
    /// <summary>Replaces raw scores by probabilities that sum to 1.</summary>
    public static void InPlace(Span<float> scores)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.Exp<float>(scores, scores);
        TensorPrimitives.Divide(scores, TensorPrimitives.Sum<float>(scores), scores);
    }
}
