using System.Globalization;

namespace Classifier.Core.Features;

/// <summary>
/// Which blocks of features exist and how strongly each counts. It is part of the recipe and of every bundle, so that
/// training and serving cannot differ. A weight of 0 switches its block off; 100 is the most.
/// </summary>
public sealed record FeatureSpec
{
    /// <summary>Version of the extractor's code; a bundle of another version is refused.</summary>
    public const int CurrentVersion = 6;

    private const float MostWeight = 100;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>log2 of the number of hash buckets, 10 to 22.</summary>
    public int Bits { get; init; } = 17;

    /// <summary>Words with their diacritics.</summary>
    public float Words { get; init; } = 1;

    /// <summary>Words without diacritics.</summary>
    public float FoldedWords { get; init; } = 1;

    /// <summary>Senses of words by the glossary.</summary>
    public float Senses { get; init; } = 1;

    /// <summary>Pairs of neighbouring words of a sentence.</summary>
    public float Bigrams { get; init; } = 1;

    /// <summary>Character n-grams within word bounds, without diacritics.</summary>
    public float Chars { get; init; } = 1;

    public int MinChars { get; init; } = 3;

    public int MaxChars { get; init; } = 5;

    /// <summary>Character n-grams of Sorani in Hawar letters, in the same buckets as those of Latin script.</summary>
    public float Hawar { get; init; } = 1;

    /// <summary>Pieces of the o200k_base tokenizer.</summary>
    public float Subwords { get; init; }

    /// <summary>Concepts of the lexicon.</summary>
    public float Concepts { get; init; } = 1;

    /// <summary>Concepts that follow each other, and concepts with the words beside them.</summary>
    public float ConceptPairs { get; init; } = 1;

    /// <summary>Marks, emoji, hashtags, length.</summary>
    public float Cues { get; init; } = 0.5f;

    /// <summary>Stance: concepts of the passage, and where they stand to the actor.</summary>
    public float StanceConcepts { get; init; } = 1;

    /// <summary>
    /// Stance: which loaded, honouring, praising and blaming words there are, by whose voice; not thinned by length.
    /// </summary>
    public float StanceMarks { get; init; } = 1;

    /// <summary>Stance: words within <see cref="StanceWindow"/> tokens of a mention.</summary>
    public float StanceWords { get; init; } = 1;

    public int StanceWindow { get; init; } = 5;

    /// <summary>Stance: words of the whole passage.</summary>
    public float StancePassage { get; init; } = 1;

    /// <summary>Stance: character n-grams of the whole passage.</summary>
    public float StanceChars { get; init; } = 1;

    public int Buckets => 1 << Bits;

    /// <summary>Throws where a value is out of its range.</summary>
    public FeatureSpec Checked()
    {
        if (Version != CurrentVersion)
        {
            throw ClassifierException.BadBundle(
                $"Feature spec version {Version} was given; this program extracts version {CurrentVersion}.");
        }

        Require(Bits is >= 10 and <= 22, nameof(Bits), Bits, "10 to 22");
        Require(MinChars is >= 1 and <= 8, nameof(MinChars), MinChars, "1 to 8");
        Require(MaxChars >= MinChars && MaxChars <= 8, nameof(MaxChars), MaxChars, $"{MinChars} to 8");
        Require(StanceWindow is >= 1 and <= 100, nameof(StanceWindow), StanceWindow, "1 to 100");
        foreach (var (name, weight) in Weights())
        {
            Require(weight is >= 0 and <= MostWeight, name, weight, $"0 to {MostWeight}");
        }

        return this;
    }

    private IEnumerable<(string Name, float Weight)> Weights() =>
    [
        (nameof(Words), Words), (nameof(FoldedWords), FoldedWords), (nameof(Senses), Senses),
        (nameof(Bigrams), Bigrams), (nameof(Chars), Chars), (nameof(Hawar), Hawar), (nameof(Subwords), Subwords),
        (nameof(Concepts), Concepts), (nameof(ConceptPairs), ConceptPairs), (nameof(Cues), Cues),
        (nameof(StanceConcepts), StanceConcepts), (nameof(StanceMarks), StanceMarks),
        (nameof(StanceWords), StanceWords), (nameof(StancePassage), StancePassage), (nameof(StanceChars), StanceChars),
    ];

    private static void Require(bool holds, string name, float value, string range)
    {
        if (!holds)
        {
            throw ClassifierException.Invalid(
                "FEATURE_SPEC",
                $"features.{name}",
                string.Create(CultureInfo.InvariantCulture, $"is {value}; allowed is {range}"));
        }
    }
}
