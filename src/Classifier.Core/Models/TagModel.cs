namespace Classifier.Core.Models;

/// <summary>
/// All families of tags: one table with a column for whatever touches features, so that a passage costs one pass
/// whatever the families are made of, and the labels that are read off its sums. Immutable.
/// </summary>
public sealed class TagModel
{
    private readonly TagFamily[] _families;

    /// <param name="families">The families' weights, in the order of their labels.</param>
    public TagModel(params IReadOnlyList<LinearWeights> families)
    {
        _families = [.. families.Select(f => new TagFamily(f))];
        Labels = _families.Sum(f => f.Labels);
        VoteLabels = _families.Sum(f => f.VoteLabels);
        var first = families.Select(TagFamily.First).ToList();
        Table = new LinearModel([.. first.SelectMany(f => f.Weights)], [.. first.SelectMany(f => f.Bias)]);
    }

    public int Labels { get; }

    /// <summary>Labels that words have a vote on, in the order of all.</summary>
    public int VoteLabels { get; }

    /// <summary>Weights of features toward the columns.</summary>
    public LinearModel Table { get; }

    /// <summary>
    /// How much each label listens to a word, and the word's vote, beside what its features add to the sums.
    /// </summary>
    /// <param name="columns">Sums of the word over the table.</param>
    /// <param name="heard">As long as <see cref="VoteLabels"/>; overwritten.</param>
    /// <param name="votes">As long; overwritten.</param>
    public void Vote(ReadOnlySpan<float> columns, Span<float> heard, Span<float> votes)
    {
        foreach (var family in _families)
        {
            family.Vote(columns[..family.Columns], heard[..family.VoteLabels], votes[..family.VoteLabels]);
            columns = columns[family.Columns..];
            heard = heard[family.VoteLabels..];
            votes = votes[family.VoteLabels..];
        }
    }

    /// <summary>Turns a passage's sums into probabilities.</summary>
    /// <param name="columns">Sums over the table.</param>
    /// <param name="heard">How much each label listened to its words together; all 0 leaves votes out.</param>
    /// <param name="voted">The sum of their votes, each times how much it was listened to.</param>
    /// <param name="scores">One for each label; overwritten.</param>
    public void Score(
        ReadOnlySpan<float> columns, ReadOnlySpan<float> heard, ReadOnlySpan<float> voted, Span<float> scores)
    {
        foreach (var family in _families)
        {
            family.Score(
                columns[..family.Columns],
                heard[..family.VoteLabels],
                voted[..family.VoteLabels],
                scores[..family.Labels]);
            columns = columns[family.Columns..];
            heard = heard[family.VoteLabels..];
            voted = voted[family.VoteLabels..];
            scores = scores[family.Labels..];
        }
    }

    /// <summary>
    /// Place of a label among those that words have a vote on, and how much of the mean vote its log-odds rise by; a
    /// share of 0 if they have none.
    /// </summary>
    internal (int Place, float Share) VoteOn(int label)
    {
        var first = 0;
        foreach (var family in _families)
        {
            if (label < family.Labels)
            {
                return (first + label, family.VoteShare(label));
            }

            label -= family.Labels;
            first += family.VoteLabels;
        }

        throw new ArgumentOutOfRangeException(nameof(label));
    }

    /// <summary>How fast a label's log-odds rise with each column, at the passage that was scored.</summary>
    /// <param name="label">Index among all labels.</param>
    /// <param name="columns">Sums over the table.</param>
    /// <param name="slopes">As long as the table's columns; overwritten.</param>
    public void Slopes(int label, ReadOnlySpan<float> columns, Span<float> slopes)
    {
        slopes.Clear();
        foreach (var family in _families)
        {
            if (label < family.Labels)
            {
                family.Slopes(label, columns[..family.Columns], slopes[..family.Columns]);
                return;
            }

            label -= family.Labels;
            columns = columns[family.Columns..];
            slopes = slopes[family.Columns..];
        }
    }
}
