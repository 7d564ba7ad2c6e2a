using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Tests.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Features;

/// <summary>Features of texts with a small lexicon, in the shapes that tests compare.</summary>
internal static class Extracted
{
    public static ConceptLexicon Lexicon { get; } = Found.Lexicon(
        "actor.sdf * SDF", "actor.sdf * YPG", "actor.turkey en Turkey", "actor.turkey nl Turkije",
        "event.air_strike en bomb*", "polarity.praise en brave", "loaded.turkey en sultan",
        "actor.sdf ckb هەسەدە", "actor.sdf en Rojava  2015-01-01");

    public static FeatureScratch From(
        string text,
        FeatureSpec? spec = null,
        string language = Languages.English,
        PassageDate? date = null,
        FeatureScratch? scratch = null)
    {
        scratch ??= new FeatureScratch();
        new FeatureExtractor(spec ?? new(), Lexicon).Extract(text, Languages.IndexOf(language), date, scratch);
        return scratch;
    }

    public static (int Bucket, float Value)[] Pairs(FeatureList features) =>
        [.. Enumerable.Range(0, features.Count).Select(i => (features.Buckets[i], features.Values[i]))];

    public static (int Bucket, float Value, int First, int Last)[] Rows(FeatureList features) =>
        [.. Enumerable.Range(0, features.Count)
            .Select(i => (features.Buckets[i], features.Values[i], features.First[i], features.Last[i]))];
}
