using Classifier.Core.Language;
using Classifier.Core.Tests.Samples;

namespace Classifier.Core.Tests;

public sealed class PassageClassifierTests(SharedBundle shared)
{
    [Theory]
    [InlineData("The SDF said that fighters of the YPG and the YPJ arrested eleven people in Raqqa.", "sdf")]
    [InlineData("Turkish warplanes bombed two villages, and Turkey's army crossed the border.", "turkey")]
    [InlineData("De internationale coalitie bombardeerde een konvooi van Islamitische Staat.", "islamic_state")]
    [InlineData("Hêzên Sûriya Demokratîk ragihand ku şervanên YPG û YPJê êrîş şikandin.", "sdf")]
    [InlineData("چەکدارانی داعش هێرشیان کرد و دەوڵەتی ئیسلامی بەرپرسیارێتیی هێرشەکەی لە ئەستۆ گرت.", "islamic_state")]
    public void A_clear_passage_carries_its_actor_with_a_stance(string text, string actor)
    {
        var tags = shared.Classifier.Tag(text, default);
        var tag = Assert.Single(tags.Actors, a => a.Label == actor);
        Assert.InRange(tag.Score, 0, 1);
        Assert.Contains(tag.Stance.Label, shared.Bundle.Taxonomy.StanceIds);
        Assert.InRange(tag.Stance.Score, 1 / 3f, 1);
        Assert.Equal(UntaggedReason.None, tags.Untagged);
    }

    [Fact]
    public void A_clear_event_is_found()
    {
        const string Text = "Turkish warplanes carried out air strikes; the air strikes hit two villages.";
        Assert.Contains(shared.Classifier.Tag(Text, default).Events, e => e.Label == "air_strike");
    }

    [Theory]
    [InlineData("")]
    [InlineData("123 🙏")]
    [InlineData("Gestern Abend griff die Türkei die YPG an, und viele Menschen wurden dabei verletzt.")]
    public void Text_in_no_known_language_carries_no_tags_and_says_why(string text)
    {
        var tags = shared.Classifier.Tag(text, new(WithEvidence: true));
        Assert.Equal((Languages.Undetermined, UntaggedReason.LanguageNotSupported), (tags.Language.Tag, tags.Untagged));
        Assert.Empty(tags.Actors);
        Assert.Empty(tags.Events);
    }

    [Fact]
    public void Tags_come_by_falling_score_and_events_are_few() => Assert.All(Passages.All, p =>
    {
        var tags = shared.Classifier.Tag(p.Text, default);
        Assert.Equal(tags.Actors.OrderByDescending(a => a.Score), tags.Actors);
        Assert.Equal(tags.Events.OrderByDescending(e => e.Score), tags.Events);
        Assert.InRange(tags.Events.Count, 0, shared.Bundle.Taxonomy.MaxEvents);
    });

    [Fact]
    public void Tags_are_the_probabilities_above_their_thresholds() => Assert.All(Passages.All, p =>
    {
        var tags = shared.Classifier.Tag(p.Text, default);
        var all = shared.Classifier.Probabilities(p.Text, Languages.IndexOf(tags.Language.Tag), null);
        var expected = shared.Bundle.Manifest.Actors.Labels.Where((_, i) => all[i] >= shared.Bundle.Thresholds[i]);
        Assert.Equal(expected.Order(), tags.Actors.Select(a => a.Label).Order());
    });

    [Fact]
    public void Evidence_is_given_on_request_only_and_changes_no_tag() => Assert.All(Passages.All, p =>
    {
        var bare = shared.Classifier.Tag(p.Text, default);
        var full = shared.Classifier.Tag(p.Text, new(WithEvidence: true));
        Assert.Equal(
            bare.Actors.Select(a => (a.Label, a.Score, a.Stance)),
            full.Actors.Select(a => (a.Label, a.Score, a.Stance)));
        Assert.Equal(bare.Events.Select(e => (e.Label, e.Score)), full.Events.Select(e => (e.Label, e.Score)));
        Assert.All(bare.Actors, a => Assert.Empty(a.Evidence));
        Assert.All(bare.Events, e => Assert.Empty(e.Evidence));
    });

    [Fact]
    public void A_document_is_tagged_passage_by_passage()
    {
        var document = string.Join("\r\n", Passages.All.Where((_, i) => i % 10 == 0).Select(p => p.Text));
        var tagged = shared.Classifier.TagDocument(document, default, TestContext.Current.CancellationToken);
        Assert.All(tagged.Passages, p =>
        {
            var alone = shared.Classifier.Tag(p.Passage.Span.Of(document).ToString(), default);
            Assert.Equal(alone.Actors.Select(a => (a.Label, a.Score)), p.Tags.Actors.Select(a => (a.Label, a.Score)));
            Assert.Equal(alone.Language.Tag, p.Tags.Language.Tag);
        });
    }

    [Fact]
    public void A_cancelled_call_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => shared.Classifier.TagDocument("De stad is stil.", default, source.Token));
    }
}
