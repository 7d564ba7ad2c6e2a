using Classifier.Training.Corpus;

namespace Classifier.Training.Tests.Corpus;

public sealed class RowRulesTests
{
    [Fact]
    public void A_good_row_breaks_no_rule() => Assert.Empty(Check(Rows.Good));

    [Fact]
    public void A_row_may_have_neither_date_nor_labels() => Assert.Empty(Check(Rows.Good with
    {
        Date = null,
        Actors = [],
        Events = [],
        Stance = new Dictionary<string, string>(),
    }));

    [Theory]
    [InlineData("en", "The SDF said so to reporters: هێزەکانی.")]
    [InlineData("ckb", "هێزەکانی هەسەدە لە گوندەکە #SDF.")]
    [InlineData("kmr", "Şam û 42 🔥")]
    public void Some_words_in_another_script_are_allowed(string lang, string text) =>
        Assert.Empty(Check(Rows.Good with { Lang = lang, Text = text }));

    [Theory]
    [InlineData("nl", "هێزەکانی هەسەدە", "only 0 of 14 letters are in Latin script, which nl is written in")]
    [InlineData("ckb", "Hêzên HSD", "only 0 of 8 letters are in Arabic script, which ckb is written in")]
    [InlineData("tr", "Bakan geldi", "lang is 'tr'; allowed are en, nl, kmr, ckb")]
    public void A_text_must_be_in_the_script_of_its_language(string lang, string text, string message) =>
        Assert.Equal([message], Check(Rows.Good with { Lang = lang, Text = text }));

    [Theory]
    [InlineData(1)]
    [InlineData(RowRules.MaxLength)]
    public void A_text_of_an_allowed_length_is_good(int length) =>
        Assert.Empty(Check(Rows.Good with { Text = new string('x', length) }));

    [Theory]
    [InlineData(0)]
    [InlineData(RowRules.MaxLength + 1)]
    public void A_text_of_another_length_is_told_with_the_limits(int length) => Assert.Equal(
        [$"text has {length} UTF-16 units; 1 to 1200 are allowed"],
        Check(Rows.Good with { Text = new string('x', length) }));

    /// <summary>Joiners and marks of direction among them, as services see it.</summary>
    [Theory]
    [InlineData(" \n")]
    [InlineData("\u200B\u200D\uFEFF")]
    public void A_text_that_shows_nothing_is_told(string text) => Assert.Equal(
        [$"text has nothing to see in its {text.Length} UTF-16 units; services refuse such texts"],
        Check(Rows.Good with { Text = text }));

    [Theory]
    [InlineData("2026-01")]
    [InlineData("2026")]
    public void A_date_may_be_a_month_or_a_year(string date) => Assert.Empty(Check(Rows.Good with { Date = date }));

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-1-20")]
    [InlineData("2026-02-30")]
    [InlineData("")]
    public void Another_date_is_told_with_the_forms(string date) => Assert.Equal(
        [$"date is '{date}'; write it as YYYY-MM-DD, YYYY-MM or YYYY, or null"], Check(Rows.Good with { Date = date }));

    [Fact]
    public void Three_events_are_allowed_and_four_are_not()
    {
        string[] events = ["protest", "detention", "agreement", "diplomacy"];
        Assert.Empty(Check(Rows.Good with { Events = events[..3] }));
        Assert.Equal(["there are 4 events; at most 3 are allowed"], Check(Rows.Good with { Events = events }));
    }

    [Fact]
    public void A_stance_toward_an_actor_that_the_row_lacks_is_told()
    {
        var stance = new Dictionary<string, string> { ["sdf"] = "favor", ["turkey"] = "against" };
        Assert.Equal(["stance does not name the row's actors, each once"], Check(Rows.Good with { Stance = stance }));
    }

    [Fact]
    public void An_actor_that_stands_twice_is_told() =>
        Assert.Equal(["a label stands twice"], Check(Rows.Good with { Actors = ["sdf", "sdf"] }));

    [Theory]
    [InlineData("detention", "arrested", null)]
    [InlineData("detention", "arrest", "'arrest', a cue of detention, is not in the text in whole words")]
    [InlineData("detention", "Arrested", "'Arrested', a cue of detention, is not in the text in whole words")]
    [InlineData("detention", "camp|camp", "the cues of detention are not all different")]
    [InlineData("detention", null, "the cues of detention are none; leave it out")]
    [InlineData("protest", "arrested", "there are cues of 'protest', which is not one of the row's events")]
    public void Cues_are_words_of_the_text_for_an_event_of_the_row(string label, string? cues, string? message)
    {
        var given = new Dictionary<string, IReadOnlyList<string>> { [label] = cues?.Split('|') ?? [] };
        Assert.Equal(message is null ? [] : [message], Check(Rows.Good with { Cues = given }));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Assert.Equal(
        ["id is empty", "genre is ''", "split is 'all'", "group is empty", "actor 'x' is", "stance does",
            "stance 'y' is", "lang is ''"],
        Check(Rows.Good with
        {
            Id = "",
            Genre = null,
            Split = "all",
            Group = "",
            Actors = ["x"],
            Lang = "",
            Stance = new Dictionary<string, string> { ["sdf"] = "y" },
        }).Zip([11, 11, 14, 14, 12, 11, 13, 10], (message, length) => message[..length]));

    private static IEnumerable<string> Check(CorpusRow row) => new RowRules(Rows.Taxonomy).Check(row);
}
