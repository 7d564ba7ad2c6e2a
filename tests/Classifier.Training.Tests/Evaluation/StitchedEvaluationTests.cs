using System.Text.Json.Nodes;
using Classifier.Core.Language;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class StitchedEvaluationTests(TinyBundle bundle)
{
    /// <summary>Four letters, two and one; the last, Old Turkic, takes two UTF-16 units.</summary>
    private static readonly StitchedParagraph Paragraph = new(
        "a, b-cd 12 ef 🔥\U00010C00", [new(new(0, 10), "nl"), new(new(11, 13), "en"), new(new(14, 18), "und")]);

    [Fact]
    public void Letters_alone_are_counted_and_the_right_ones_by_their_span()
    {
        var counts = Count(new(new(0, 4), "nl"), new(new(5, 12), "en"), new(new(12, 18), "und"));
        Assert.Equal(
            [("en", new LetterCount(2, 1)), ("nl", new LetterCount(4, 2)), ("und", new LetterCount(1, 1))],
            counts.ByLanguage);
        Assert.Equal(new(7, 4), counts.All);
        Assert.Equal(4.0 / 7, counts.All.Share, 12);
    }

    [Fact]
    public void Letters_outside_all_spans_are_wrong()
    {
        Assert.Equal(new(7, 0), Count().All);
        Assert.Equal(new(7, 1), Count(new LanguageSpan(new(3, 4), "nl")).All);
    }

    [Fact]
    public void Json_has_counts_and_shares()
    {
        var json = Count(new LanguageSpan(new(0, 8), "nl")).ToJson();
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"paragraphs":1,"seed":7,"all":{"letters":7,"right":0.5714},"languages":
                {"en":{"letters":2,"right":0},"nl":{"letters":4,"right":1},"und":{"letters":1,"right":0}}}
                """),
            json), json.ToJsonString());
    }

    [Fact]
    public void The_classifier_finds_most_of_the_letters_that_it_learned_from()
    {
        var rows = LanguageTexts.All["eng"].Select(t => new LanguageRow(t, "en", null, null))
            .Concat(LanguageTexts.All["ckb"].Select(t => new LanguageRow(t, "ckb", null, null)));
        var evaluation =
            StitchedEvaluation.Run(bundle.Classifier, StitchedParagraph.Build(rows, 30), new SilentProgress());
        Assert.Equal(30, evaluation.Paragraphs);
        Assert.InRange(evaluation.All.Share, 0.9, 1);
    }

    private static StitchedEvaluation Count(params LanguageSpan[] found) => new([Paragraph], [found]);
}
