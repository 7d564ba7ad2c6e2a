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
        var first = families.Select(TagFamily.First).ToList();
        Table = new LinearModel([.. first.SelectMany(f => f.Weights)], [.. first.SelectMany(f => f.Bias)]);
    }

    public int Labels { get; }

    /// <summary>Weights of features toward the columns.</summary>
    public LinearModel Table { get; }

    /// <summary>Turns a passage's sums into probabilities.</summary>
    /// <param name="columns">Sums over the table.</param>
    /// <param name="scores">One for each label; overwritten.</param>
    public void Score(ReadOnlySpan<float> columns, Span<float> scores)
    {
        foreach (var family in _families)
        {
            family.Score(columns[..family.Columns], scores[..family.Labels]);
            columns = columns[family.Columns..];
            scores = scores[family.Labels..];
        }
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
