using Classifier.Core.Text;
using Classifier.Training.LanguageText;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.LanguageText;

public sealed class LanguageVariantsTests
{
    private static readonly string[] Lines =
        [.. Enumerable.Range(0, 100).Select(i => $"regel nummer {i} is één hele lange regel")];

    [Fact]
    public void The_line_itself_comes_first_and_alone_where_no_share_is_given() =>
        Assert.All(Lines, l => Assert.Equal([l], Of(new(), l)));

    [Fact]
    public void Shares_say_how_many_lines_have_copies()
    {
        var recipe = new LanguageRecipe { OtherFolded = 0.3f };
        Assert.InRange(Lines.Count(l => Of(recipe, l).Count > 1), 15, 45);
        Assert.All(Lines, l => Assert.Equal(l, Of(recipe, l)[0]));
    }

    [Fact]
    public void Folded_classes_have_a_share_of_their_own()
    {
        var recipe = new LanguageRecipe { Folded = 1, FoldedClasses = ["nl"] };
        Assert.Contains(Lines, l => Of(recipe, l).Contains(l.Replace('é', 'e')));
        Assert.All(Lines, l => Assert.Equal([l], Of(recipe with { FoldedClasses = ["kmr"] }, l)));
    }

    [Fact]
    public void A_copy_that_is_the_line_is_left_out() =>
        Assert.Equal(["a b"], Of(new() { Slips = 1, OtherFolded = 1, Hasty = 1 }, "a b"));

    private static List<string> Of(LanguageRecipe recipe, string line) =>
        [.. new LanguageVariants(recipe, HastySpelling.Read("none"), Script.Latin).Of(line, "nl")];
}
