using Classifier.Core.Text;
using Classifier.Training.Recipes;

namespace Classifier.Training.LanguageText;

/// <summary>A line of the identifier's text as it stands, and as people would type it.</summary>
internal sealed class LanguageVariants(LanguageRecipe recipe, HastySpelling hasty, Script script)
{
    private const uint Seed = 203;

    /// <summary>The line itself first, then its copies; which it has follows from the line.</summary>
    public IEnumerable<string> Of(string line, string className)
    {
        yield return line;
        foreach (var copy in Copies(line, className).Where(c => c != line))
        {
            yield return copy;
        }
    }

    private List<string> Copies(string line, string className)
    {
        var dice = new Dice(Seed, line);
        var copies = new List<string>(3);
        if (dice.Chance(recipe.Hasty))
        {
            copies.Add(hasty.Of(line, className));
        }

        if (dice.Chance(recipe.FoldedClasses.Contains(className) ? recipe.Folded : recipe.OtherFolded))
        {
            copies.Add(SpellingNoise.Folded(line));
        }

        if (dice.Chance(recipe.Slips))
        {
            copies.Add(SpellingNoise.Slipped(line, script));
        }

        return copies;
    }
}
