using System.Globalization;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>How texts become features of the language identifier; part of the recipe and of every bundle.</summary>
public sealed record LanguageSpec
{
    public const int CurrentVersion = 4;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>log2 of the hash buckets for Latin script.</summary>
    public int LatinBits { get; init; } = 17;

    /// <summary>log2 of the hash buckets for Arabic script.</summary>
    public int ArabicBits { get; init; } = 16;

    /// <summary>Shortest character n-gram, within word bounds; a bound counts as a character.</summary>
    public int MinGram { get; init; } = 2;

    /// <summary>Longest character n-gram; words and pairs of neighbouring words count whole beside them.</summary>
    public int MaxGram { get; init; } = 5;

    /// <summary>
    /// How strongly long texts are damped, 0 to 1: n features have the value n to the power of minus this. At 1 a text
    /// weighs as much as a word, at 0 every word adds as if it were told apart from the others.
    /// </summary>
    public float Damping { get; init; } = 0.4f;

    /// <summary>
    /// How likely any other language is in Latin script beside how often it stood in training, above 0 to 1. A desk
    /// that reads four languages meets Limburgish less often than a training pack of 260 languages does.
    /// </summary>
    public float OtherPrior { get; init; } = 1;

    /// <summary>The same in Arabic script, whose neighbours of Sorani a Kurdish desk meets every day.</summary>
    public float ArabicOtherPrior { get; init; } = 1;

    /// <summary>Probability from which an answer is called reliable.</summary>
    public float ReliableFrom { get; init; } = 0.8f;

    /// <summary>How many lengths n-grams have.</summary>
    internal int GramLengths => MaxGram - MinGram + 1;

    /// <summary>log2 of the hash buckets of a script.</summary>
    public int BitsOf(Script script) => script == Script.Arabic ? ArabicBits : LatinBits;

    /// <summary>The prior of other languages in a script.</summary>
    public float OtherPriorOf(Script script) => script == Script.Arabic ? ArabicOtherPrior : OtherPrior;

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
        Require(MinGram >= 1 && MinGram <= MaxGram, "minGram", MinGram, "1 to maxGram");
        Require(Damping is >= 0 and <= 1, "damping", Damping, "0 to 1");
        Require(OtherPrior is > 0 and <= 1, "otherPrior", OtherPrior, "above 0 to 1");
        Require(ArabicOtherPrior is > 0 and <= 1, "arabicOtherPrior", ArabicOtherPrior, "above 0 to 1");
        Require(ReliableFrom is >= 0 and <= 1, "reliableFrom", ReliableFrom, "0 to 1");
        return this;
    }

    private static void Require(bool holds, string name, float value, string range)
    {
        if (!holds)
        {
            throw ClassifierException.Invalid(
                "LANGUAGE_SPEC",
                $"language.{name}",
                string.Create(CultureInfo.InvariantCulture, $"is {value}; allowed is {range}"));
        }
    }
}
