using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Classifier.Contract;
using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Training.Scoring;

namespace Classifier.Training.Tests.Scoring;

/// <summary>What goes out, byte by byte.</summary>
public sealed class LanguageResultWriterTests
{
    private const string Text = "🔥 Şer داعش";

    private static readonly LanguageGuess Kurmanji = new(
        "kmr", 0.987654f, true, Script.Latin, [new("kmr", 0.987654f), new("und", 0.01f), new("nl", 0.00004f)]);

    private static readonly LanguageSpan[] Spans = [new(new(3, 6), "kmr"), new(new(7, 11), "und")];

    [Fact]
    public void An_answer_is_one_line_with_its_fields_in_order() => Assert.Equal(
        """{"id":"a1","language":{"tag":"kmr","score":0.9877,"reliable":true,"script":"Latn"},"top":[{"tag":"kmr","score":0.9877},{"tag":"und","score":0.01}],"spans":[{"start":3,"end":6,"tag":"kmr"},{"start":7,"end":11,"tag":"und"}],"model_version":"1.2.3"}""" + "\n",
        Write(Kurmanji, Spans, topK: 2));

    /// <summary>
    /// As REST does: alternatives that were not asked for are an empty list; spans have no place at all.
    /// </summary>
    [Fact]
    public void What_was_not_asked_for_is_not_there() => Assert.Equal(
        """{"id":"a1","language":{"tag":"und","score":1,"reliable":false,"script":"Zyyy"},"top":[],"model_version":"1.2.3"}""" + "\n",
        Write(new("und", 1, false, Script.None, [new("und", 1)]), null, topK: 0));

    [Fact]
    public void Fields_are_those_that_rest_has_too_with_the_version_behind_them()
    {
        Assert.Equal(
            [.. LanguageResultFields.Detected, "model_version"],
            AnswerFields.Of(JsonNode.Parse(Write(Kurmanji, Spans, topK: 5))!));
        Assert.Equal(
            [.. LanguageResultFields.DetectedAlone, "model_version"],
            AnswerFields.Of(JsonNode.Parse(Write(Kurmanji, [], topK: 0))!));
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16, 3, 6, 7, 11)]
    [InlineData(OffsetUnit.CodePoint, 2, 5, 6, 10)]
    [InlineData(OffsetUnit.Utf8, 5, 9, 10, 18)]
    public void Offsets_are_in_the_unit_that_was_chosen(OffsetUnit unit, params int[] expected)
    {
        var spans = JsonNode.Parse(Write(Kurmanji, Spans, topK: 0, unit))!["spans"]!.AsArray();
        Assert.Equal(expected, spans.SelectMany(s => new[] { (int)s!["start"]!, (int)s["end"]! }));
    }

    private static string Write(
        LanguageGuess guess, IReadOnlyList<LanguageSpan>? spans, int topK, OffsetUnit unit = OffsetUnit.Utf16)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"id":"a1","text":"{{Text}}"}""");
        var into = new ArrayBufferWriter<byte>();
        var row = ScoreRow.Parse(new InputLine(json, json.Length), 1000);
        new LanguageResultWriter("1.2.3", topK, unit).Write(row, guess, spans, into);
        return Encoding.UTF8.GetString(into.WrittenSpan);
    }
}
