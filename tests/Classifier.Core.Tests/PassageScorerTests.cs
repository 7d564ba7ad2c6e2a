using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Tests.Samples;
using Classifier.Core.Text;

namespace Classifier.Core.Tests;

public sealed class PassageScorerTests(SharedBundle shared)
{
    /// <summary>
    /// Kurmanji words with and without their diacritics, words too long to be remembered, and no words at all.
    /// </summary>
    private static readonly IReadOnlyList<(string Language, string Text)> Odd =
    [
        ("kmr", "Artesa dewleta tirk a dagirker erisi gunden Efrine kir, ser didome."),
        ("kmr", "Artêşa dewleta tirk a dagirker êrîşî gundên Efrînê kir, şer didome."),
        ("kmr", "ser şer SER ŞER"),
        ("nl", "Terreurorganisatieverdachten en Koerdischestrijdersgroeperingen bij de luchtaanvallencampagne van IS-strijders"),
        ("en", "..."),
        ("en", ""),
    ];

    [Fact]
    public void A_used_scorer_finds_the_concepts_that_a_look_at_every_letter_finds()
    {
        var (used, fresh) = (new PassageScorer(shared.Bundle), new FeatureScratch());
        var scores = new float[shared.Bundle.Tags.Labels];
        foreach (var (language, text) in Passages.All.Concat(Odd).Concat(Odd.Reverse()))
        {
            TextNormalizer.Normalize(text, used.Scratch.Text);
            used.Score(text, Languages.IndexOf(language), null, scores);
            shared.Bundle.Extractor.Extract(text, Languages.IndexOf(language), null, fresh);
            Assert.Equal(fresh.Concepts.Hits, used.Scratch.Concepts.Hits);
            Assert.All(scores, score => Assert.InRange(score, 0, 1));
        }
    }
}
