using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Classifier.Contract;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Training.Scoring;

namespace Classifier.Training.Tests.Scoring;

/// <summary>What goes out, byte by byte.</summary>
public sealed class ResultWriterTests
{
    private const string Text = "🔥 QSD داعش";

    private static readonly LanguageGuess English = new("en", 0.987654f, true, Script.Latin, []);

    private static readonly PassageTags Tags = new(
        English,
        [
            new ActorTag("sdf", 0.97f, new("neutral", 0.81f))
            {
                Evidence = [new(new(3, 6), 1.23456f)],
                StanceEvidence = [new(new(0, 2), 0.5f)],
            },
            new ActorTag("turkey", 0.5f, new("against", 1)),
        ],
        [new EventTag("detention", 0.88f) { Evidence = [new(new(7, 11), 2)] }],
        UntaggedReason.None);

    [Fact]
    public void An_answer_is_one_line_with_its_fields_in_order() => Assert.Equal(
        """{"id":"a1","language":{"tag":"en","score":0.9877},"actors":[{"label":"sdf","score":0.97,"stance":{"label":"neutral","score":0.81}},{"label":"turkey","score":0.5,"stance":{"label":"against","score":1}}],"events":[{"label":"detention","score":0.88}],"model_version":"1.2.3"}""" + "\n",
        Write(Tags, withEvidence: false));

    [Fact]
    public void Fields_are_those_that_rest_has_too()
    {
        Assert.Equal(PassageResultFields.Tagged, AnswerFields.Of(Parse(Write(Tags, withEvidence: true))));
        Assert.Equal(
            PassageResultFields.TaggedWithoutEvidence, AnswerFields.Of(Parse(Write(Tags, withEvidence: false))));
        Assert.Equal(PassageResultFields.Untagged, AnswerFields.Of(Parse(Write(Unknown(), withEvidence: true))));
    }

    /// <summary>As REST does: the message is there because it was asked for, and its list is empty.</summary>
    [Fact]
    public void Evidence_that_was_asked_for_and_not_found_is_an_empty_list()
    {
        var turkey = Parse(Write(Tags, withEvidence: true))["actors"]![1]!;
        Assert.Equal("""{"spans":[]}""", turkey["evidence"]!.ToJsonString());
        Assert.Equal("""{"spans":[]}""", turkey["stance"]!["evidence"]!.ToJsonString());
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16, 3, 6, 0, 2, 7, 11)]
    [InlineData(OffsetUnit.CodePoint, 2, 5, 0, 1, 6, 10)]
    [InlineData(OffsetUnit.Utf8, 5, 8, 0, 4, 9, 17)]
    internal void Offsets_are_in_the_unit_that_was_chosen(OffsetUnit unit, params int[] expected)
    {
        var answer = Parse(Write(Tags, withEvidence: true, unit));
        var actor = answer["actors"]![0]!;
        var spans = new[] { actor, actor["stance"]!, answer["events"]![0]! }.Select(f => f["evidence"]!["spans"]![0]!);
        Assert.Equal(expected, spans.SelectMany(s => new[] { (int)s["start"]!, (int)s["end"]! }));
        Assert.Equal(1.2346, (double)actor["evidence"]!["spans"]![0]!["weight"]!);
    }

    [Fact]
    public void A_text_in_no_known_language_says_so() => Assert.Equal(
        """{"id":"a1","language":{"tag":"und","score":1},"actors":[],"events":[],"model_version":"1.2.3","untagged_reason":"LANGUAGE_NOT_SUPPORTED"}""" + "\n",
        Write(Unknown(), withEvidence: true));

    private static PassageTags Unknown() =>
        new(English with { Tag = "und", Score = 1 }, [], [], UntaggedReason.LanguageNotSupported);

    private static string Write(PassageTags tags, bool withEvidence, OffsetUnit unit = OffsetUnit.Utf16)
    {
        var into = new ArrayBufferWriter<byte>();
        new ResultWriter("1.2.3", unit, withEvidence).Write(Row(), tags, into);
        return Encoding.UTF8.GetString(into.WrittenSpan);
    }

    private static ScoreRow Row()
    {
        var json = Encoding.UTF8.GetBytes($$"""{"id":"a1","text":"{{Text}}"}""");
        return ScoreRow.Parse(new InputLine(json, json.Length), 1000);
    }

    private static JsonNode Parse(string line) => JsonNode.Parse(line)!;
}
