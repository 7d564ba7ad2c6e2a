using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Lexicon;

/// <summary>Ahmed al-Sharaa led rebels until he took Damascus on 8 December 2024; now he governs.</summary>
public sealed class ValidityTests(SharedBundle shared)
{
    private const string Before = "2024-12-07";
    private const string Turn = "2024-12-08";

    [Fact]
    public void A_row_holds_from_its_first_day_until_the_day_before_its_last()
    {
        var row = LexiconReader.Parse("actor.syrian_government\ten\tal-Sharaa\t\t2024-12-08\t2030-01-01", "test:1");
        Assert.True(row.HoldsOn(null));
        Assert.False(row.HoldsOn(new(2024, 12, 7)));
        Assert.True(row.HoldsOn(new(2024, 12, 8)));
        Assert.True(row.HoldsOn(new(2029, 12, 31)));
        Assert.False(row.HoldsOn(new(2030, 1, 1)));
    }

    [Theory]
    [InlineData("2024-11", false)]
    [InlineData("2024-12", true)]
    [InlineData("2023", false)]
    [InlineData("2024", true)]
    [InlineData("2026-05", true)]
    [InlineData("2029", true)]
    [InlineData("2029-12", true)]
    [InlineData("2030-01", false)]
    [InlineData("2030", false)]
    public void A_row_holds_in_a_month_or_year_that_has_a_day_on_which_it_holds(string date, bool holds)
    {
        var row = LexiconReader.Parse("actor.syrian_government\ten\tal-Sharaa\t\t2024-12-08\t2030-01-01", "test:1");
        Assert.Equal(holds, row.HoldsOn(Date(date)));
    }

    [Theory]
    [InlineData("2024-12-08", "", "2024-11", false)]
    [InlineData("2024-12-31", "", "2024-12", true)]
    [InlineData("2025-01-01", "", "2024-12", false)]
    [InlineData("", "2024-12-01", "2024-12", false)]
    [InlineData("", "2024-12-02", "2024-12", true)]
    [InlineData("2024-12-10", "2024-12-11", "2024", true)]
    public void The_first_and_the_last_day_of_a_month_count(string from, string until, string date, bool holds) =>
        Assert.Equal(
            holds,
            LexiconReader.Parse($"other.rebels\ten\tal-Sharaa\t\t{from}\t{until}", "test:1").HoldsOn(Date(date)));

    [Fact]
    public void The_same_name_may_change_sides()
    {
        var lexicon = Found.Lexicon(
            "actor.syrian_government en al-Sharaa  2024-12-08", "other.rebels en al-Sharaa   2024-12-08");
        Assert.Equal(["other.rebels=al-Sharaa"], Found.In(lexicon, "So al-Sharaa spoke", date: Date(Before)));
        Assert.Equal(["actor.syrian_government=al-Sharaa"], Found.In(lexicon, "So al-Sharaa spoke", date: Date(Turn)));
        Assert.Equal(2, Found.Hits(lexicon, "So al-Sharaa spoke").Count);
        Assert.Equal(2, Found.Hits(lexicon, "So al-Sharaa spoke", date: Date("2024-12")).Count);
    }

    [Fact]
    public void The_shipped_lexicon_knows_when_al_Sharaa_became_the_government()
    {
        const string Text = "Ahmed al-Sharaa addressed the crowd in the city.";
        Assert.False(NamesGovernment(Text, Date("2023-12-08")));
        Assert.False(NamesGovernment(Text, Date("2023")));
        Assert.True(NamesGovernment(Text, Date("2025-12-08")));
        Assert.True(NamesGovernment(Text, Date("2025")));
    }

    private static PassageDate Date(string text) =>
        PassageDate.TryParse(text, out var date) ? date : throw new FormatException(text);

    private bool NamesGovernment(string text, PassageDate date) => Found.Hits(shared.Bundle.Lexicon, text, date: date)
        .Any(h => Concepts.Mentions(shared.Bundle.Lexicon.ConceptNames[h.Concept], "syrian_government"));
}
