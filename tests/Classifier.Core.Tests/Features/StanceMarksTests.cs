using Classifier.Core.Features;

namespace Classifier.Core.Tests.Features;

public sealed class StanceMarksTests
{
    private const int Sdf = 0;
    private const int Turkey = 1;

    private static readonly FeatureSpec MarksOnly =
        new() { StanceConcepts = 0, StanceWords = 0, StancePassage = 0, StanceChars = 0, Cues = 0 };

    [Fact]
    public void A_mark_counts_the_same_in_a_long_text_as_in_a_short_one() => Assert.Equal(
        Marks("the sultan bombed the town", Turkey),
        Marks(
            "the sultan bombed the town. The SDF and Turkey and the YPG met there and Turkey and the SDF left.",
            Turkey));

    [Fact]
    public void A_mark_counts_once_however_often_it_stands() =>
        Assert.Equal(Marks("brave SDF", Sdf), Marks("brave, brave SDF", Sdf));

    [Theory]
    [InlineData("the \"sultan\" bombed the town")]
    [InlineData("the mayor wrote: “the sultan” bombed the town")]
    public void A_loaded_name_between_marks_is_somebody_else_s(string text) =>
        Assert.NotEqual(Marks("the sultan bombed the town", Turkey), Marks(text, Turkey));

    [Fact]
    public void A_quote_that_fills_the_passage_is_its_voice() => Assert.Equal(
        Marks("the sultan bombed the town", Turkey), Marks("“the sultan bombed the town”", Turkey));

    [Fact]
    public void A_loaded_name_marks_its_own_actor_only() => Assert.NotEqual(
        Marks("the sultan and the SDF", Turkey), Marks("the sultan and the SDF", Sdf));

    [Fact]
    public void A_text_that_takes_no_side_has_no_marks() => Assert.Empty(Marks("the SDF met Turkey", Sdf));

    [Fact]
    public void A_weight_of_zero_switches_them_off() =>
        Assert.Empty(Marks("brave SDF", Sdf, MarksOnly with { StanceMarks = 0 }));

    private static (int Bucket, float Value)[] Marks(string text, int actor, FeatureSpec? spec = null)
    {
        spec ??= MarksOnly;
        var scratch = Extracted.From(text, spec);
        new StanceFeatures(spec, Extracted.Lexicon, ["sdf", "turkey"]).Extract(scratch, actor);
        return [.. Extracted.Pairs(scratch.Stance).Where(f => f.Value > 0)];
    }
}
