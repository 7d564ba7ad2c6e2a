using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Service.Tagging;

namespace Classifier.Service.Tests.Tagging;

public sealed class ResponseMapperTests
{
    private const string Text = "🙂 هەسەدە https://x.example";

    private static readonly PassageTags Tags = new(
        new(Languages.Sorani, 0.98766f, true, Script.Arabic, []),
        [
            new("sdf", 0.912349f, new("favor", 0.5f))
            {
                Evidence = [new(new(3, 9), 1.234567f)],
                StanceEvidence = [new(new(0, 2), 0.5f)],
            },
        ],
        [new("armed_clash", 0.7f)],
        UntaggedReason.None);

    private static readonly DocumentTags Document = new(
        [new(new(new(0, 9), true), Tags)], [new(new(10, 27), AsideKind.Link)]);

    [Fact]
    public void Scores_have_four_decimals()
    {
        var passage = Assert.Single(Map(new()).Passages);
        Assert.Equal(0.9877f, passage.Language.Score);
        Assert.Equal(0.9123f, passage.Actors[0].Score);
    }

    [Fact]
    public void Labels_and_places_are_carried()
    {
        var response = Map(new());
        var passage = Assert.Single(response.Passages);
        Assert.Equal((0, 9, true), (passage.Start, passage.End, passage.Quote));
        var actor = Assert.Single(passage.Actors);
        Assert.Equal(("ckb", "sdf", "favor"), (passage.Language.Tag, actor.Label, actor.Stance.Label));
        Assert.Equal("armed_clash", Assert.Single(passage.Events).Label);
        var aside = Assert.Single(response.Asides);
        Assert.Equal((10, 27, "link"), (aside.Start, aside.End, aside.Kind));
        Assert.Equal("v7", response.ModelVersion);
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16, 9, 3, 27)]
    [InlineData(OffsetUnit.Utf8, 17, 5, 35)]
    [InlineData(OffsetUnit.CodePoint, 8, 2, 26)]
    public void Every_offset_is_in_the_unit_asked_for(OffsetUnit unit, int end, int evidence, int aside)
    {
        var response = Map(new(unit, true));
        var passage = response.Passages[0];
        Assert.Equal(end, passage.End);
        var words = Assert.Single(passage.Actors[0].Evidence.Spans);
        Assert.Equal((evidence, end), (words.Start, words.End));
        Assert.Equal(0, passage.Actors[0].Stance.Evidence.Spans[0].Start);
        Assert.Equal(aside, response.Asides[0].End);
    }

    [Fact]
    public void Evidence_is_there_only_if_asked_for()
    {
        var silent = Map(new()).Passages[0];
        Assert.Null(silent.Actors[0].Evidence);
        Assert.Null(silent.Actors[0].Stance.Evidence);
        Assert.Null(silent.Events[0].Evidence);
        var talkative = Map(new(OffsetUnit.Utf16, true)).Passages[0];
        Assert.Equal(1.2346f, talkative.Actors[0].Evidence.Spans[0].Weight);
        Assert.Empty(talkative.Events[0].Evidence.Spans);
    }

    [Fact]
    public void Texts_are_there_only_if_asked_for()
    {
        Assert.False(Map(new()).Passages[0].HasText);
        Assert.False(Map(new()).Asides[0].HasText);
        var response = Map(new(), withText: true);
        Assert.Equal("🙂 هەسەدە", response.Passages[0].Text);
        Assert.Equal("https://x.example", response.Asides[0].Text);
    }

    [Fact]
    public void A_passage_without_tags_says_why()
    {
        var untagged = Tags with { Actors = [], Events = [], Untagged = UntaggedReason.LanguageNotSupported };
        var result = ResponseMapper.Passage(new() { Id = "a1", Text = Text }, untagged, new(), "v7");
        Assert.Equal(("a1", "LANGUAGE_NOT_SUPPORTED", "v7"), (result.Id, result.UntaggedReason, result.ModelVersion));
        Assert.False(ResponseMapper.Passage(new() { Text = Text }, Tags, new(), "v7").HasUntaggedReason);
    }

    private static V1.TagDocumentResponse Map(TagSettings settings, bool withText = false) =>
        ResponseMapper.Document(new() { Text = Text, WithText = withText }, Document, settings, "v7");
}
