using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Training.Scoring;

namespace Classifier.Training.Tests.Scoring;

public sealed class LanguageAnswererTests(TinyBundle bundle)
{
    private static readonly string Dutch = LanguageTexts.All["nld"][0];

    [Fact]
    public void An_answer_is_what_the_classifier_says()
    {
        var (guess, spans) = (bundle.Classifier.Detect(Dutch), bundle.Classifier.DetectSpans(Dutch));
        var answer = Answer(Dutch, topK: 2, withSpans: true);
        Assert.Equal(
            (guess.Tag, guess.Reliable), ((string)answer["language"]!["tag"]!, (bool)answer["language"]!["reliable"]!));
        Assert.Equal(guess.Top.Take(2).Select(t => t.Tag), answer["top"]!.AsArray().Select(t => (string)t!["tag"]!));
        Assert.Equal(spans.Select(s => s.Tag), answer["spans"]!.AsArray().Select(s => (string)s!["tag"]!));
        Assert.Null(Answer(Dutch, topK: 2, withSpans: false)["spans"]);
    }

    /// <summary>
    /// As the service answers; a passage without a word cannot be tagged, but it has a language: none.
    /// </summary>
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("12:30 🔥")]
    public void Nothing_to_read_is_undetermined(string text)
    {
        var answer = Answer(text, topK: 1, withSpans: true);
        Assert.Equal(("und", "Zyyy"), ((string)answer["language"]!["tag"]!, (string)answer["language"]!["script"]!));
        Assert.False((bool)answer["language"]!["reliable"]!);
    }

    [Fact]
    public void A_text_over_the_limit_is_refused()
    {
        var error = Assert.Throws<ClassifierException>(() => Answer(new string('x', ScoreRun.MaxText + 1), 0, false));
        Assert.Equal("TEXT_TOO_LONG", error.Reason);
        Answer(new string('x', ScoreRun.MaxText), 0, false);
    }

    private JsonNode Answer(string text, int topK, bool withSpans)
    {
        var json = Encoding.UTF8.GetBytes(new JsonObject { ["text"] = text }.ToJsonString());
        var into = new ArrayBufferWriter<byte>();
        new LanguageAnswerer(bundle.Classifier, topK, withSpans, OffsetUnit.Utf16)
            .Answer(ScoreRow.Parse(new InputLine(json, json.Length), 1 << 20), into);
        return JsonNode.Parse(into.WrittenSpan)!;
    }
}
