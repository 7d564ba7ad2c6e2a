namespace Classifier.Core.Models;

/// <summary>
/// Platt scaling of one label: probability = 1 / (1 + exp(slope * score + offset)), as ML.NET's PlattCalibrator writes
/// it (Platt, "Probabilistic outputs for support vector machines", 1999). A falling slope means a rising probability.
/// </summary>
public readonly record struct Calibration(double Slope, double Offset)
{
    public float Probability(float score) => (float)(1 / (1 + Math.Exp((Slope * score) + Offset)));
}
