using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Tests.Samples;
using Classifier.Core.Text;

namespace Classifier.Core.Tests;

public sealed class EvidenceFinderTests(SharedBundle shared)
{
    /// <summary>Where words' votes count, which are remembered in 16 bits.</summary>
    private const double InCodes = 0.02;

    private static readonly TagOptions WithEvidence = new(WithEvidence: true);

    [Theory]
    [InlineData("After weeks of quiet the YPG, the core of the SDF, announced a new school.", "sdf", "YPG", "SDF")]
    [InlineData("Een woordvoerder van de SDF zei dat de YPG de school weer opent.", "sdf", "SDF", "YPG")]
    [InlineData("Hêzên Sûriya Demokratîk û YPG dibistana gundê me ji nû ve vekirin.", "sdf", "Hêzên", "YPG")]
    public void Evidence_of_a_clear_passage_covers_an_alias(string text, string actor, params string[] aliases)
    {
        var tag = Assert.Single(shared.Classifier.Tag(text, WithEvidence).Actors, a => a.Label == actor);
        Assert.Contains(tag.Evidence, e => aliases.Any(a => e.Span.Of(text).Contains(a, StringComparison.Ordinal)));
    }

    [Fact]
    public void Evidence_is_little_ordered_and_apart()
    {
        var tags = Passages.All.Select(p => (p.Text, Tags: shared.Classifier.Tag(p.Text, WithEvidence))).ToArray();
        Assert.Contains(tags, t => t.Tags.Actors.Count > 0);
        foreach (var (text, found) in tags)
        {
            Assert.All(found.Actors, a => AssertSound(text, a.Evidence));
            Assert.All(found.Actors, a => AssertSound(text, a.StanceEvidence));
            Assert.All(found.Events, e => AssertSound(text, e.Evidence));
        }
    }

    [Fact]
    public void Evidence_in_a_document_refers_to_the_document()
    {
        const string Passage = "After weeks of quiet the YPG and the YPJ, the core of the SDF, announced a new school.";
        const string Document = "🙏🙏 Een regel vooraf over het mooie weer van gisteren.\r\n\r\n" + Passage + "\r\n";
        var alone = shared.Classifier.Tag(Passage, WithEvidence).Actors[0];
        var cancel = TestContext.Current.CancellationToken;
        var tagged = shared.Classifier.TagDocument(Document, WithEvidence, cancel).Passages[^1];
        Assert.Equal(Passage, tagged.Passage.Span.Of(Document).ToString());
        Assert.Equal(
            alone.Evidence.Select(e => e.Span.Of(Passage).ToString()),
            tagged.Tags.Actors[0].Evidence.Select(e => e.Span.Of(Document).ToString()));
    }

    [Fact]
    public void The_three_strongest_runs_are_given_in_the_order_of_the_text()
    {
        var found = Find([2, 0, 3, 0, 5, 4, 0, 1, 0, 6], [.. Enumerable.Range(0, 10).Select(t => (t, t, t))]);
        Assert.Equal([new(new(104, 105), 3), new(new(108, 111), 9), new(new(118, 119), 6)], found);
    }

    [Fact]
    public void A_feature_of_several_words_is_shared_among_them() =>
        Assert.Equal([new(new(102, 105), 6)], Find([6], [(0, 1, 2)]));

    [Fact]
    public void Features_of_the_whole_text_and_against_the_label_are_no_evidence()
    {
        Assert.Empty(Find([6], [(0, FeatureList.WholeText, FeatureList.WholeText)]));
        Assert.Empty(Find([-6], [(0, 1, 1)]));
        Assert.Empty(Find([6], []));
    }

    [Fact]
    public void Among_exclusive_classes_only_the_lead_over_the_mean_counts()
    {
        var scratch = Scratch([(0, 0, 0), (1, 2, 2)]);
        var model = new LinearModel([[5, 3], [5, 0]], [0, 0]);
        var found = new EvidenceFinder(scratch, 0).Find(scratch.Passage, model, Lead(2, 0), new float[10]);
        Assert.Equal([new(new(4, 5), 1.5f)], found);
    }

    [Fact]
    public void What_words_add_on_their_own_counts_with_the_features() =>
        Assert.Equal([new(new(102, 105), 4)], Find([2], [(0, 1, 1)], [0, 1, 1, 0, 0, 0, 0, 0, 0, 0]));

    [Fact]
    public void Evidence_is_that_of_all_features_written_down()
    {
        foreach (var (_, text) in Passages.All)
        {
            var tags = shared.Classifier.Tag(text, WithEvidence);
            var scratch = new FeatureScratch();
            shared.Bundle.Extractor.Extract(text, Math.Max(0, Languages.IndexOf(tags.Language.Tag)), null, scratch);
            foreach (var found in tags.Events)
            {
                var label = shared.Bundle.Manifest.Actors.Labels.Count
                    + shared.Bundle.Manifest.Events.Labels.ToList().IndexOf(found.Label);
                AssertEqual(OfTag(scratch, text, tags.Language.Tag, label), found.Evidence, InCodes);
            }

            foreach (var actor in tags.Actors)
            {
                var label = shared.Bundle.Manifest.Actors.Labels.ToList().IndexOf(actor.Label);
                AssertEqual(OfTag(scratch, text, tags.Language.Tag, label), actor.Evidence, InCodes);
                shared.Bundle.Stances.Extract(scratch, label);
                label = shared.Bundle.Manifest.Stance.Labels.ToList().IndexOf(actor.Stance.Label);
                AssertEqual(
                    Written(
                        scratch,
                        scratch.Stance,
                        shared.Bundle.StanceModel,
                        Lead(shared.Bundle.StanceModel.Labels, label)),
                    actor.StanceEvidence);
            }
        }
    }

    private Evidence[] OfTag(FeatureScratch scratch, string text, string language, int label) => Written(
        scratch,
        scratch.Passage,
        shared.Bundle.Tags.Table,
        TagSlopes(scratch, label),
        VoteShares(text, language, label));

    private static Evidence[] Written(
        FeatureScratch scratch, FeatureList features, LinearModel model, float[] slopes, float[]? shares = null) =>
        new EvidenceFinder(scratch, 0).Find(features, model, slopes, shares ?? new float[scratch.Text.Tokens.Length]);

    /// <summary>
    /// What each word's vote moves the mean of all, against the others' mean, as far as that counts for the label.
    /// </summary>
    private float[] VoteShares(string text, string language, int label)
    {
        var (tags, scratch) = (shared.Bundle.Tags, new FeatureScratch());
        var (place, share) = tags.VoteOn(label);
        TextNormalizer.Normalize(text, scratch.Text);
        var words = new (float Heard, float Vote)[scratch.Text.Tokens.Length];
        for (var token = 0; token < words.Length; token++)
        {
            shared.Bundle.Extractor.ExtractWord(scratch, token, Math.Max(0, Languages.IndexOf(language)));
            var (columns, heard, votes) =
                (new float[tags.Table.Labels], new float[tags.VoteLabels], new float[tags.VoteLabels]);
            tags.Table.Score(scratch.Passage, columns);
            tags.Vote([.. columns.Select((c, i) => c - tags.Table.Bias[i])], heard, votes);
            words[token] = (heard[place], votes[place]);
        }

        var (loudness, sum) = (words.Sum(w => w.Heard), words.Sum(w => w.Vote));
        return [.. words.Select(w =>
            share * w.Heard * (w.Vote - ((sum - w.Vote) / Math.Max(1, words.Length - 1))) / loudness)];
    }

    private float[] TagSlopes(FeatureScratch scratch, int label)
    {
        var tags = shared.Bundle.Tags;
        var (columns, slopes) = (new float[tags.Table.Labels], new float[tags.Table.Labels]);
        tags.Table.Score(scratch.Passage, columns);
        tags.Slopes(label, columns, slopes);
        return slopes;
    }

    /// <summary>Slopes of what a class gains over the mean of all.</summary>
    private static float[] Lead(int classes, int label) =>
        [.. Enumerable.Range(0, classes).Select(c => (c == label ? 1 : 0) - (1f / classes))];

    private static void AssertEqual(Evidence[] expected, IReadOnlyList<Evidence> actual, double tolerance = 1e-3)
    {
        Assert.Equal(expected.Select(e => e.Span), actual.Select(e => e.Span));
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First.Weight, p.Second.Weight, tolerance));
    }

    private static IReadOnlyList<Evidence> Find(
        float[] weights, (int Bucket, int First, int Last)[] features, float[]? shares = null)
    {
        var scratch = Scratch(features);
        return new EvidenceFinder(scratch, 100).Find(
            scratch.Passage, new LinearModel([weights], [0]), [1], shares ?? new float[10]);
    }

    /// <summary>Ten one-letter words, two units apart, with features of value 1.</summary>
    private static FeatureScratch Scratch((int Bucket, int First, int Last)[] features)
    {
        var scratch = new FeatureScratch();
        TextNormalizer.Normalize("a b c d e f g h i j", scratch.Text);
        foreach (var (bucket, first, last) in features)
        {
            scratch.Passage.Add(bucket, 1, first, last);
        }

        return scratch;
    }

    private static void AssertSound(string text, IReadOnlyList<Evidence> evidence)
    {
        Assert.InRange(evidence.Count, 0, 3);
        var end = 0;
        foreach (var (span, weight) in evidence)
        {
            Assert.InRange(span.Start, end, text.Length - 1);
            Assert.InRange(span.End, span.Start + 1, text.Length);
            Assert.True(weight > 0);
            end = span.End;
        }
    }
}
