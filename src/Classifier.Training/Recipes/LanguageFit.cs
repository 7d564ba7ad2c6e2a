using System.Globalization;

namespace Classifier.Training.Recipes;

/// <summary>How the identifier's maximum-entropy models are fitted and stored.</summary>
internal sealed record LanguageFit
{
    /// <summary>Passes over the lines, 1 to 100.</summary>
    public int Epochs { get; init; } = 3;

    /// <summary>Step of the first line, above 0 to 10; it falls to 0 with the last.</summary>
    public float Rate { get; init; } = 1;

    /// <summary>
    /// How far small classes are made up for, 0 to 1: a class counts by (largest class / class) to the power of this.
    /// </summary>
    public float Balance { get; init; } = 0.3f;

    /// <summary>Features of fewer training lines than this are left out, 1 to 100.</summary>
    public int MinCount { get; init; } = 3;

    /// <summary>
    /// Weights are stored as multiples of this, above 0 to 1, so that the file packs to a byte or so for each.
    /// </summary>
    public float Grain { get; init; } = 0.1f;

    /// <summary>Weights nearer to 0 than this many grains are stored as 0, 0.5 to 10.</summary>
    public float LeastGrains { get; init; } = 0.5f;

    /// <summary>Throws where a value is out of its range.</summary>
    public void Check()
    {
        Require(Epochs is >= 1 and <= 100, "epochs", Epochs, "1 to 100");
        Require(Rate is > 0 and <= 10, "rate", Rate, "above 0 to 10");
        Require(Balance is >= 0 and <= 1, "balance", Balance, "0 to 1");
        Require(MinCount is >= 1 and <= 100, "minCount", MinCount, "1 to 100");
        Require(Grain is > 0 and <= 1, "grain", Grain, "above 0 to 1");
        Require(LeastGrains is >= 0.5f and <= 10, "leastGrains", LeastGrains, "0.5 to 10");
    }

    private static void Require(bool holds, string name, float value, string range)
    {
        if (!holds)
        {
            throw Recipe.Bad($"language.fit.{name}", string.Create(CultureInfo.InvariantCulture, $"{value}"), range);
        }
    }
}
