namespace Classifier.Training.Evaluation;

/// <summary>
/// Resampling of rows with replacement (Efron and Tibshirani, "An introduction to the bootstrap", 1993). The samples
/// follow from the seed, so two systems are always drawn on the same rows: the test is paired.
/// </summary>
internal static class Bootstrap
{
    public const int Samples = 1000;

    private const int Seed = 11;

    /// <summary>The middle 95% of the macro f1-scores.</summary>
    public static (double Low, double High) Interval(RowTallies rows) => Middle(Scores(rows));

    /// <summary>The middle 95% of the differences, first minus second.</summary>
    public static (double Low, double High) Difference(RowTallies first, RowTallies second) =>
        Middle([.. Scores(first).Zip(Scores(second), (a, b) => a - b)]);

    private static double[] Scores(RowTallies rows)
    {
        var random = new Random(Seed);
        var sample = new int[rows.Rows];
        var scores = new double[Samples];
        for (var s = 0; s < Samples; s++)
        {
            for (var i = 0; i < sample.Length; i++)
            {
                sample[i] = random.Next(sample.Length);
            }

            scores[s] = rows.MacroF1(sample);
        }

        return scores;
    }

    private static (double Low, double High) Middle(double[] values)
    {
        Array.Sort(values);
        return (values[(int)(0.025 * values.Length)], values[(int)(0.975 * values.Length) - 1]);
    }
}
