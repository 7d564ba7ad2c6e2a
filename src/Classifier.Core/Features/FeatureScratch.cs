using Classifier.Core.Lexicon;
using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Core.Features;

/// <summary>The buffers of one call. Never shared between calls that run at the same time.</summary>
public sealed class FeatureScratch
{
    private readonly List<(IWordFeatures Features, WordSums Sums)> _words = [];

    public NormalizedText Text { get; } = new();

    public ConceptMatches Concepts { get; } = new();

    /// <summary>Features of the passage.</summary>
    public FeatureList Passage { get; } = new();

    /// <summary>Features of the passage as one actor sees it.</summary>
    public FeatureList Stance { get; } = new();

    /// <summary>Mentions of the actor whose stance is being read.</summary>
    internal List<ConceptHit> Targets { get; } = [];

    internal bool[] Seen { get; set; } = [];

    /// <summary>Sentences in which somebody is said to say something.</summary>
    internal bool[] Reported { get; set; } = [];

    /// <summary>Runs of tokens that speak for the label whose evidence is being read.</summary>
    internal List<(int First, int Last, float Weight)> Runs { get; } = [];

    /// <summary>How many words each memory has room for, as pairs of places.</summary>
    internal int WordPairs { get; init; } = WordSums.ManyPairs;

    /// <summary>The words that this scratch has met, for a model and the features that it has of them.</summary>
    internal WordSums WordsOf(IWordFeatures features, LinearModel model, TagModel? tags = null)
    {
        foreach (var (known, sums) in _words)
        {
            if (known == features)
            {
                return sums;
            }
        }

        _words.Add((features, new(features, model, WordPairs, tags)));
        return _words[^1].Sums;
    }
}
