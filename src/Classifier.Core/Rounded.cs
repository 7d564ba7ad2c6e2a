namespace Classifier.Core;

/// <summary>Scores and weights as they go out, over all ways: four decimals.</summary>
public static class Rounded
{
    private const int Decimals = 4;

    public static float Of(float value) => MathF.Round(value, Decimals);
}
