using Classifier.Core.Models;

namespace Classifier.Training.Fitting;

/// <summary>Some labels of a model that answers on more; what lies before its labels is shared.</summary>
internal static class FamilyPart
{
    /// <param name="all">The whole model.</param>
    /// <param name="first">The part's first label.</param>
    /// <param name="count">Labels of the part.</param>
    public static LinearWeights Of(LinearWeights all, int first, int count) => all with
    {
        Weights = Range(all.Weights, first, count),
        Bias = Range(all.Bias, first, count),
        Calibrations = Range(all.Calibrations, first, count),
        Votes = all.Votes is { } votes ? OfVotes(votes, all.Weights.Count, first, count) : null,
        Beside = all.Beside is { } own && first < own.Weights.Count ? OfOwn(own, first, count) : null,
    };

    private static LinearWeights OfOwn(LinearWeights own, int first, int count) => own with
    {
        Weights = Range(own.Weights, first, count),
        Bias = Range(own.Bias, first, count),
    };

    /// <summary>For each label how much it listens, then for each the vote.</summary>
    private static LinearWeights OfVotes(LinearWeights votes, int labels, int first, int count) => votes with
    {
        Weights = [.. Range(votes.Weights, first, count), .. Range(votes.Weights, labels + first, count)],
        Bias = [.. Range(votes.Bias, first, count), .. Range(votes.Bias, labels + first, count)],
    };

    private static T[] Range<T>(IReadOnlyList<T> values, int first, int count) => [.. values.Skip(first).Take(count)];
}
