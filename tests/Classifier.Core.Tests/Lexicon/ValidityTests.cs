using Classifier.Core.Lexicon;

namespace Classifier.Core.Tests.Lexicon;

/// <summary>Ahmed al-Sharaa led rebels until he took Damascus on 8 December 2024; now he governs.</summary>
public sealed class ValidityTests(SharedBundle shared)
{
    private static readonly DateOnly Turn = new(2024, 12, 8);

    [Fact]
    public void A_row_holds_from_its_first_day_until_the_day_before_its_last()
    {
        var row = LexiconReader.Parse("actor.syrian_government\ten\tal-Sharaa\t\t2024-12-08\t2030-01-01", "test:1");
        Assert.True(row.HoldsOn(null));
        Assert.False(row.HoldsOn(Turn.AddDays(-1)));
        Assert.True(row.HoldsOn(Turn));
        Assert.True(row.HoldsOn(new(2029, 12, 31)));
        Assert.False(row.HoldsOn(new(2030, 1, 1)));
    }

    [Fact]
    public void The_same_name_may_change_sides()
    {
        var lexicon = Found.Lexicon(
            "actor.syrian_government en al-Sharaa  2024-12-08", "other.rebels en al-Sharaa   2024-12-08");
        Assert.Equal(["other.rebels=al-Sharaa"], Found.In(lexicon, "So al-Sharaa spoke", date: Turn.AddDays(-1)));
        Assert.Equal(["actor.syrian_government=al-Sharaa"], Found.In(lexicon, "So al-Sharaa spoke", date: Turn));
        Assert.Equal(2, Found.Hits(lexicon, "So al-Sharaa spoke").Count);
    }

    [Fact]
    public void The_shipped_lexicon_knows_when_al_Sharaa_became_the_government()
    {
        const string Text = "Ahmed al-Sharaa addressed the crowd in the city.";
        Assert.False(NamesGovernment(Text, Turn.AddYears(-1)));
        Assert.True(NamesGovernment(Text, Turn.AddYears(1)));
    }

    private bool NamesGovernment(string text, DateOnly date) => Found.Hits(shared.Bundle.Lexicon, text, date: date)
        .Any(h => Concepts.Mentions(shared.Bundle.Lexicon.ConceptNames[h.Concept], "syrian_government"));
}
