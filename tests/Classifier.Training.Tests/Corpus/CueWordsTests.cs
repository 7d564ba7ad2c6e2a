using Classifier.Core.Text;
using Classifier.Training.Corpus;

namespace Classifier.Training.Tests.Corpus;

public sealed class CueWordsTests
{
    [Theory]
    [InlineData("Drones hit a bakery; drones hit a mill.", "hit", new[] { 1, 5 })]
    [InlineData("Drones hit a bakery.", "Drones hit", new[] { 0, 1 })]
    [InlineData("Drones hit a bakery.", "drones", new int[0])]
    [InlineData("The whites hit a bakery.", "hit", new[] { 2 })]
    [InlineData("The whites left.", "hit", new int[0])]
    [InlineData("He said \u201cnever again\u201d.", "\u201cnever again\u201d", new[] { 2, 3 })]
    [InlineData("Drones hit.", "", new int[0])]
    [InlineData("Drones - hit.", " - ", new int[0])]
    public void A_cue_stands_wherever_the_text_has_it_in_whole_words(string text, string cue, int[] expected) =>
        Assert.Equal(expected, CueWords.Of(text, cue, Normalised(text)));

    [Fact]
    public void Places_are_told_by_label_once_and_ascending()
    {
        var row = new CorpusRow
        {
            Id = "a",
            Lang = "en",
            Text = "They fled when drones hit.",
            Cues = new Dictionary<string, IReadOnlyList<string>>
            {
                ["air_strike"] = ["hit", "drones hit"],
                ["displacement"] = ["fled"],
                ["protest"] = ["rallied"],
            },
        };
        var cues = CueWords.Of(row, Normalised(row.Text));
        Assert.Equal(["air_strike", "displacement"], cues.Select(c => c.Label));
        Assert.Equal([3, 4], cues[0].Tokens);
        Assert.Equal([1], cues[1].Tokens);
    }

    [Fact]
    public void A_range_has_the_tokens_that_it_touches()
    {
        var text = Normalised("Drones hit a bakery.");
        Assert.Equal([0, 1], CueWords.Within(new(3, 8), text));
        Assert.Empty(CueWords.Within(new(6, 7), text));
    }

    private static NormalizedText Normalised(string text)
    {
        var normalised = new NormalizedText();
        TextNormalizer.Normalize(text, normalised);
        return normalised;
    }
}
