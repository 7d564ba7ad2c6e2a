using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Tests.Corpus;

namespace Classifier.Training.Tests.Evaluation;

public sealed class AgreementTests
{
    [Fact]
    public void Labels_are_counted_as_one_reading_against_the_other()
    {
        var agreement = Of(
            Pair(new() { Actors = ["sdf", "turkey"] }, new() { Actors = ["sdf"] }),
            Pair(new() { Events = ["protest"] }, new() { Events = ["protest", "agreement"] }));
        Assert.Equal(2.0 / 3, agreement.Actors.Micro.F1, 12);
        Assert.Equal(2.0 / 3, agreement.Events.Micro.F1, 12);
        Assert.Equal(0, agreement.Cues.Support);
    }

    [Fact]
    public void Stances_count_where_both_gave_the_actor()
    {
        var agreement = Of(Pair(Stances(("sdf", "favor"), ("turkey", "against")), Stances(("sdf", "neutral"))));
        Assert.Equal((0, 1), (agreement.Stance.Micro.F1, agreement.Stance.Micro.Support));
    }

    /// <summary>Of four words and of three, two in common; a label that one reader left does not count.</summary>
    [Fact]
    public void Cues_are_counted_in_words_where_both_gave_some()
    {
        var agreement = Of(Pair(
            Cues(("air_strike", ["drones hit", "from the"]), ("protest", ["rally"])),
            Cues(("air_strike", ["hit", "the mill"]))));
        Assert.Equal((2.0 / 3, 0.5, 4), (agreement.Cues.Precision, agreement.Cues.Recall, agreement.Cues.Support));
    }

    [Fact]
    public void What_the_taxonomy_lacks_is_not_counted_though_both_have_it()
    {
        var reading = Stances(("nato", "favor"), ("sdf", "unsure")) with { Cues = Cues(("picnic", ["a", "b"])).Cues };
        var agreement = Of(Pair(reading, reading));
        Assert.Equal((0, 0), (agreement.Stance.Micro.Support, agreement.Cues.Support));
    }

    private static Reading Stances(params (string Actor, string Stance)[] stances) =>
        new() { Stance = stances.ToDictionary(s => s.Actor, s => s.Stance) };

    private static Reading Cues(params (string Label, string[] Cues)[] cues) =>
        new() { Cues = cues.ToDictionary(c => c.Label, c => (IReadOnlyList<string>)c.Cues) };

    private static ReadingPair Pair(Reading first, Reading second) =>
        new() { Id = "a", Lang = "en", First = first, Second = second };

    private static Agreement Of(params ReadingPair[] pairs) => Agreement.Of(pairs, Rows.Taxonomy);
}
