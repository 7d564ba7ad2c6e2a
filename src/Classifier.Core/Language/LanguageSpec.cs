using System.Globalization;

namespace Classifier.Core.Language;

/// <summary>How texts become features of the language identifier; part of the recipe and of every bundle.</summary>
public sealed record LanguageSpec
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>log2 of the hash buckets for Latin script.</summary>
    public int LatinBits { get; init; } = 16;

    /// <summary>log2 of the hash buckets for Arabic script.</summary>
    public int ArabicBits { get; init; } = 15;

    /// <summary>Longest character n-gram; all from 1 up are used, within word bounds.</summary>
    public int MaxGram { get; init; } = 5;

    /// <summary>
    /// How likely any other language is beside how often it stood in training, above 0 to 1. A desk that reads four
    /// languages meets Limburgish less often than a training pack of 260 languages does.
    /// </summary>
    public float OtherPrior { get; init; } = 1;

    /// <summary>Least distance between the best and the second tag's probability; below it the answer is und.</summary>
    public float Margin { get; init; } = 0.1f;

    /// <summary>Probability from which an answer is called reliable.</summary>
    public float ReliableFrom { get; init; } = 0.8f;

    public LanguageSpec Checked()
    {
        if (Version != CurrentVersion)
        {
            throw ClassifierException.BadBundle(
                $"Language spec version {Version} was given; this program reads version {CurrentVersion}.");
        }

        Require(LatinBits is >= 10 and <= 22, "latinBits", LatinBits, "10 to 22");
        Require(ArabicBits is >= 10 and <= 22, "arabicBits", ArabicBits, "10 to 22");
        Require(MaxGram is >= 1 and <= 8, "maxGram", MaxGram, "1 to 8");
        Require(OtherPrior is > 0 and <= 1, "otherPrior", OtherPrior, "above 0 to 1");
        Require(Margin is >= 0 and <= 1, "margin", Margin, "0 to 1");
        Require(ReliableFrom is >= 0 and <= 1, "reliableFrom", ReliableFrom, "0 to 1");
        return this;
    }

    private static void Require(bool holds, string name, float value, string range)
    {
        if (!holds)
        {
            throw ClassifierException.Invalid(
                "LANGUAGE_SPEC", $"language.{name}", string.Create(CultureInfo.InvariantCulture, $"is {value}; allowed is {range}"));
        }
    }
}
