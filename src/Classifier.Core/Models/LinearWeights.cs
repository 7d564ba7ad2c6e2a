using System.Numerics.Tensors;

namespace Classifier.Core.Models;

/// <summary>What an ML.NET model file holds, ready to be compiled.</summary>
/// <param name="Weights">For each label or class, one weight for each bucket, or each unit of the hidden layer.</param>
/// <param name="Bias">One for each label or class.</param>
/// <param name="Calibrations">One for each label; empty for multiclass models and hidden layers.</param>
/// <param name="Hidden">
/// Logistic units that stand between buckets and labels; null if the labels weigh buckets. Where the units have such a
/// layer in turn, that one answers with its sums as they are: a projection of the buckets, of which the units are made.
/// </param>
/// <param name="Votes">
/// What single words add (<see cref="WordVotes"/>): over units of their own, which are made of the same sums, first for
/// each label how much it listens, then for each the vote; null if words have none.
/// </param>
/// <param name="Beside">
/// Models of the first labels that weigh the buckets themselves: such a label's log-odds are the mean of what all else
/// says and of what its own model says; null if there are none.
/// </param>
public sealed record LinearWeights(
    IReadOnlyList<float[]> Weights,
    IReadOnlyList<float> Bias,
    IReadOnlyList<Calibration> Calibrations,
    LinearWeights? Hidden = null,
    LinearWeights? Votes = null,
    LinearWeights? Beside = null)
{
    /// <summary>Makes log-odds the mean of what all else says and of what labels' own models say.</summary>
    /// <param name="own">Log-odds by <see cref="Beside"/>.</param>
    /// <param name="odds">As many, by all else; overwritten.</param>
    public static void AddBeside(ReadOnlySpan<float> own, Span<float> odds)
    {
        TensorPrimitives.Add(odds, own, odds);
        TensorPrimitives.Divide(odds, 2, odds);
    }
}
