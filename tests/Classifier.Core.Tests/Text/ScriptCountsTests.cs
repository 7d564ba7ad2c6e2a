using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class ScriptCountsTests
{
    [Theory]
    [InlineData(0, 0, 0, Script.None)]
    [InlineData(2, 1, 0, Script.Latin)]
    [InlineData(1, 2, 0, Script.Arabic)]
    [InlineData(1, 2, 2, Script.Other)]
    [InlineData(1, 1, 0, Script.Latin)]
    public void The_script_of_most_letters_dominates(int latin, int arabic, int other, Script script) =>
        Assert.Equal(script, new ScriptCounts(latin, arabic, other).Dominant);

    [Theory]
    [InlineData('a', Script.Latin)]
    [InlineData('ş', Script.Latin)]
    [InlineData('ẍ', Script.Latin)]
    [InlineData('ێ', Script.Arabic)]
    [InlineData('ﻻ', Script.Arabic)]
    [InlineData('ж', Script.Other)]
    [InlineData('中', Script.Other)]
    public void Letters_are_told_apart_by_block(char letter, Script script) =>
        Assert.Equal(script, ScriptCounts.Of(letter));

    [Fact]
    public void One_script_can_be_looked_at_alone()
    {
        var counts = new ScriptCounts(1, 2, 3);
        Assert.Equal(new(1, 0, 0), counts.Only(Script.Latin));
        Assert.Equal(new(0, 2, 0), counts.Only(Script.Arabic));
        Assert.Equal(new(0, 0, 3), counts.Only(Script.Other));
        Assert.Equal(counts, counts.Only(Script.None));
    }

    [Fact]
    public void A_run_of_tokens_has_counts_of_its_own()
    {
        var text = Normalized.Of("de stad 12 شار @naam");
        Assert.Equal(new(6, 0, 0), text.ScriptsOf(0, 3));
        Assert.Equal(new(0, 3, 0), text.ScriptsOf(3, 5));
        Assert.Equal(default, text.ScriptsOf(1, 1));
    }

    [Fact]
    public void Hashtags_can_be_left_out()
    {
        var text = Normalized.Of("شار #stad");
        Assert.Equal(new(4, 3, 0), text.ScriptsOf(0, 2));
        Assert.Equal(new(0, 3, 0), text.ScriptsOf(0, 2, hashtags: false));
    }
}
