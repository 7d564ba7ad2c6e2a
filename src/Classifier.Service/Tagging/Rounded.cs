namespace Classifier.Service.Tagging;

/// <summary>Numbers as they go out: four decimals, below which they differ from processor to processor.</summary>
internal static class Rounded
{
    private const int Decimals = 4;

    public static float Of(float value) => (float)Math.Round((double)value, Decimals);
}
