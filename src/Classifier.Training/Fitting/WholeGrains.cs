namespace Classifier.Training.Fitting;

/// <summary>Weights in whole grains, which the compiled model stores in one byte each.</summary>
internal static class WholeGrains
{
    /// <summary>
    /// Rounds the weights, in place, to the nearest multiples of a grain that fit into a byte; 0 leaves them.
    /// </summary>
    public static float[] Round(float[] weights, float grain)
    {
        for (var i = 0; i < weights.Length && grain > 0; i++)
        {
            weights[i] = Math.Clamp(MathF.Round(weights[i] / grain), -sbyte.MaxValue, sbyte.MaxValue) * grain;
        }

        return weights;
    }
}
