namespace Classifier.Training.Fitting;

/// <summary>
/// One threshold for all labels of a family, since calibrated probabilities mean the same for each: the mean of all
/// cuts whose macro F1 on the rows for it is the best or hardly less. One for each label would hang on the few rows of
/// a rare label.
/// </summary>
internal static class FamilyThreshold
{
    private const int LowestPercent = 15;
    private const int HighestPercent = 85;

    /// <summary>
    /// Macro F1 that is given up for a threshold that does not hang on single rows. On the dev rows that bundle 0.17.0
    /// was tuned on, F1 fell more slowly below the best cut than above, so that a wider slack also means a lower cut:
    /// what is unlike the training rows gets lower probabilities (models/ABLATIONS.md has what it was worth).
    /// </summary>
    private const double Slack = 0.01;

    /// <summary>Makes good for the order in which a mean is summed up.</summary>
    private const double Rounding = 1e-9;

    /// <param name="probabilities">For each label, one for each row.</param>
    /// <param name="truth">For each label, whether each row carries it.</param>
    /// <returns>0.15 to 0.85, in thousandths.</returns>
    public static float Tune(IReadOnlyList<float[]> probabilities, IReadOnlyList<bool[]> truth)
    {
        var scores = Enumerable.Range(LowestPercent, HighestPercent - LowestPercent + 1)
            .Select(percent => percent / 100f)
            .Select(
                cut => (Cut: cut, F1: probabilities.Zip(truth, (p, t) => F1(p, t, cut)).DefaultIfEmpty(0).Average()))
            .ToList();
        var best = scores.Max(s => s.F1);
        return MathF.Round(scores.Where(s => s.F1 >= best - Slack - Rounding).Average(s => s.Cut), 3);
    }

    /// <summary>
    /// F1 of one label where rows at the cut and over it are given it; 0 where it is neither given nor true.
    /// </summary>
    private static double F1(IReadOnlyList<float> probabilities, IReadOnlyList<bool> truth, float cut)
    {
        var (hits, sum) = (0, 0);
        for (var row = 0; row < truth.Count; row++)
        {
            var given = probabilities[row] >= cut;
            hits += given && truth[row] ? 1 : 0;
            sum += (given ? 1 : 0) + (truth[row] ? 1 : 0);
        }

        return 2.0 * hits / Math.Max(1, sum);
    }
}
