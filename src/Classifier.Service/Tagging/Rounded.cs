namespace Classifier.Service.Tagging;

/// <summary>Numbers as they go out: four decimals, as the CLI writes them.</summary>
internal static class Rounded
{
    private const int Decimals = 4;

    public static float Of(float value) => MathF.Round(value, Decimals);
}
