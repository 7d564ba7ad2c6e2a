using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Tests.Samples;

namespace Classifier.Core.Tests;

/// <summary>
/// How much the path has to compute, in features, which no busy machine changes: each is a row of a table.
/// </summary>
public sealed class WorkTests(SharedBundle shared)
{
    /// <summary>Parts of a long text; a part has some 120 characters, the whole 1,200.</summary>
    private const int Parts = 10;

    /// <summary>Features that one part makes with the next: pairs of words and concepts, neighbours.</summary>
    private const int BetweenParts = 12;

    private const string Part =
        "Turkije bombardeert dorpen bij Kobani, zegt een commandant van de SDF; de coalitie en Damascus zwijgen over "
            + "de aanval. ";

    [Fact]
    public void A_long_text_is_no_more_work_than_its_parts()
    {
        var (one, many) = (new PassageScorer(shared.Bundle), new PassageScorer(shared.Bundle));
        Score(one, Part, Languages.Dutch);
        Score(many, string.Concat(Enumerable.Repeat(Part, Parts)), Languages.Dutch);
        AssertLinear(one.Scratch.Concepts.Hits.Count, many.Scratch.Concepts.Hits.Count);
        AssertLinear(one.Scratch.Passage.Count, many.Scratch.Passage.Count);
        for (var actor = 0; actor < shared.Bundle.Manifest.Actors.Labels.Count; actor++)
        {
            one.Stance(actor);
            many.Stance(actor);
            AssertLinear(one.Scratch.Stance.Count, many.Scratch.Stance.Count);
        }
    }

    [Fact]
    public void Few_features_are_left_to_look_up_where_the_words_are_remembered()
    {
        var (all, left, scorer, scratch) = (0, 0, new PassageScorer(shared.Bundle), new FeatureScratch());
        foreach (var (language, text) in Passages.All)
        {
            Score(scorer, text, language);
            left += scorer.Scratch.Passage.Count;
            shared.Bundle.Extractor.Extract(text, Languages.IndexOf(language), null, scratch);
            all += scratch.Passage.Count;
        }

        Assert.InRange(left, 1, all / 3);
    }

    private void Score(PassageScorer scorer, string text, string language)
    {
        Classifier.Core.Text.TextNormalizer.Normalize(text, scorer.Scratch.Text);
        scorer.Score(text, Languages.IndexOf(language), null, new float[shared.Bundle.Tags.Labels]);
    }

    private static void AssertLinear(int part, int whole) => Assert.InRange(whole, 1, Parts * (part + BetweenParts));
}
