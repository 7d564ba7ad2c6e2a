using System.Numerics.Tensors;

namespace Classifier.Core.Models;

/// <summary>
/// How one family of labels is read off the sums of its columns: each column is a label's log-odds, or what the units
/// of a hidden layer are made of. Immutable; weights that touch features are the table's, and none are kept here, since
/// as columns they take ten times its room.
/// </summary>
/// <param name="model">The family's weights.</param>
internal sealed class TagFamily(LinearWeights model)
{
    private readonly Calibration[] _calibrations = [.. model.Calibrations];

    /// <summary>What stands between columns and labels; null if the columns are the labels.</summary>
    private readonly HiddenLayer? _layer = model.Hidden is null ? null : new(model);

    private readonly WordVotes? _votes = model.Votes is null ? null : new(model);

    /// <summary>Columns that come first: log-odds of the first labels by models of their own.</summary>
    private readonly int _beside = model.Beside?.Weights.Count ?? 0;

    public int Labels => _calibrations.Length;

    public int Columns { get; } = First(model).Weights.Count;

    /// <summary>Labels that words have a vote on: all or none.</summary>
    public int VoteLabels => _votes is null ? 0 : Labels;

    /// <summary>
    /// Weights that touch features: those of models beside the others, then those of the labels or of the layer
    /// furthest from them.
    /// </summary>
    public static LinearWeights First(LinearWeights model)
    {
        var first = model.Hidden is null ? model : First(model.Hidden);
        return model.Beside is { } own
            ? new([.. own.Weights, .. first.Weights], [.. own.Bias, .. first.Bias], [])
            : first;
    }

    /// <summary>How much of the votes that words have on a label its log-odds rise by.</summary>
    public float VoteShare(int label) => VoteLabels == 0 ? 0 : ShareOf(label);

    /// <summary>How much each label listens to a word, and the word's vote.</summary>
    public void Vote(ReadOnlySpan<float> columns, Span<float> heard, Span<float> votes) =>
        _votes?.Of(columns[_beside..], heard, votes);

    /// <summary>Turns a passage's sums into probabilities.</summary>
    /// <param name="columns">The sums.</param>
    /// <param name="heard">How much each label listened to its words together.</param>
    /// <param name="voted">The sum of their votes, each times how much it was listened to.</param>
    /// <param name="scores">One for each label; overwritten.</param>
    public void Score(
        ReadOnlySpan<float> columns, ReadOnlySpan<float> heard, ReadOnlySpan<float> voted, Span<float> scores)
    {
        if (_layer is null)
        {
            columns.Slice(_beside, scores.Length).CopyTo(scores);
        }
        else
        {
            _layer.LogOdds(columns[_beside..], scores);
        }

        if (_votes is not null)
        {
            WordVotes.AddTo(heard, voted, scores);
        }

        LinearWeights.AddBeside(columns[.._beside], scores[.._beside]);
        for (var label = 0; label < scores.Length; label++)
        {
            scores[label] = _calibrations[label].Probability(scores[label]);
        }
    }

    /// <summary>
    /// How fast a label's log-odds rise with each column, at the passage that was scored (a gradient).
    /// </summary>
    /// <param name="label">Index in the family.</param>
    /// <param name="columns">The sums.</param>
    /// <param name="slopes">One for each column; overwritten.</param>
    public void Slopes(int label, ReadOnlySpan<float> columns, Span<float> slopes)
    {
        slopes.Clear();
        if (_layer is null)
        {
            slopes[_beside + label] = 1;
        }
        else
        {
            _layer.Slopes(label, columns[_beside..], slopes[_beside..]);
        }

        TensorPrimitives.Multiply(slopes, ShareOf(label), slopes);
        if (label < _beside)
        {
            slopes[label] = 1 - ShareOf(label);
        }
    }

    /// <summary>How much of a label's log-odds is not its own model's.</summary>
    private float ShareOf(int label) => label < _beside ? 0.5f : 1;
}
