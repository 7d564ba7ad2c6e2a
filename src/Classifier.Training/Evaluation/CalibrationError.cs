namespace Classifier.Training.Evaluation;

/// <summary>
/// Expected calibration error over bins of equal width: by how much, on average over all probabilities, a bin's mean
/// probability differs from the share that is true (Guo et al., "On calibration of modern neural networks", 2017).
/// </summary>
internal sealed class CalibrationError
{
    private const int Bins = 15;

    private readonly double[] _sums = new double[Bins];
    private readonly int[] _true = new int[Bins];
    private readonly int[] _counts = new int[Bins];

    /// <summary>Adds one probability, 0 to 1, and whether what it was given for is so.</summary>
    public void Add(float probability, bool isTrue)
    {
        var bin = Math.Clamp((int)(probability * Bins), 0, Bins - 1);
        _sums[bin] += probability;
        _true[bin] += isTrue ? 1 : 0;
        _counts[bin]++;
    }

    /// <summary>0 to 1; 0 where nothing was added.</summary>
    public double Value =>
        Enumerable.Range(0, Bins).Sum(b => Math.Abs(_sums[b] - _true[b])) / Math.Max(1, _counts.Sum());
}
