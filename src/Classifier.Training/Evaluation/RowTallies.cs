namespace Classifier.Training.Evaluation;

/// <summary>Counts by row and label, so that scores can be had for any sample of the rows.</summary>
/// <param name="labels">How many labels there are.</param>
/// <param name="onlyTrue">Macro averages go over the labels of the truth alone.</param>
internal sealed class RowTallies(int labels, bool onlyTrue = false)
{
    private readonly List<Tally[]> _rows = [];

    public int Rows => _rows.Count;

    /// <summary>Adds a row of (true, given) label sets; a row may hold several such pairs.</summary>
    /// <returns>The row's counts by label.</returns>
    public Tally[] Add(
        IEnumerable<(IReadOnlyCollection<string> True, IReadOnlyCollection<string> Given)> answers,
        IReadOnlyList<string> names)
    {
        var row = new Tally[labels];
        foreach (var (isTrue, given) in answers)
        {
            for (var i = 0; i < labels; i++)
            {
                var (t, g) = (isTrue.Contains(names[i]), given.Contains(names[i]));
                row[i] += new Tally(t && g ? 1 : 0, g ? 1 : 0, t ? 1 : 0);
            }
        }

        _rows.Add(row);
        return row;
    }

    /// <summary>Macro f1-score over all rows.</summary>
    public double MacroF1() => MacroF1([.. Enumerable.Range(0, _rows.Count)]);

    /// <summary>
    /// Macro f1-score over a sample of rows, over the labels that occur in it, or that are true in it.
    /// </summary>
    public double MacroF1(ReadOnlySpan<int> sample)
    {
        Span<Tally> sums = stackalloc Tally[labels];
        sums.Clear();
        foreach (var row in sample)
        {
            for (var i = 0; i < labels; i++)
            {
                sums[i] += _rows[row][i];
            }
        }

        var (total, present) = (0.0, 0);
        foreach (var sum in sums)
        {
            if (sum.Counts(onlyTrue))
            {
                total += Score.Of(sum).F1;
                present++;
            }
        }

        return present == 0 ? 0 : total / present;
    }
}
