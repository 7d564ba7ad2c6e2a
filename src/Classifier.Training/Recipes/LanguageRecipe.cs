using Classifier.Core.Language;

namespace Classifier.Training.Recipes;

/// <summary>How the language identifier is made.</summary>
internal sealed record LanguageRecipe
{
    public LanguageSpec Features { get; init; } = new();

    public FitSpec Fit { get; init; } = new() { L2 = 1e-6f, Iterations = 10, MinCount = 3 };

    /// <summary>Folder of <c>*.txt.gz</c>, one language each; where it is missing, the champion's identifier is kept.</summary>
    public string Corpus { get; init; } = "";

    /// <summary>
    /// Folder of lines written for this project: <c>TAG.txt</c> for the tagged languages, <c>und.tsv</c> with a file
    /// name of the corpus and a line in each row. Empty for none.
    /// </summary>
    public string Supplement { get; init; } = "";

    /// <summary>Short spans drawn from each line beside the line itself, 0 to 4.</summary>
    public int ShortSpans { get; init; } = 1;

    /// <summary>Lines taken from each file that belongs to no class of its own, at most; 0 takes all.</summary>
    public int OtherLines { get; init; } = 400;

    /// <summary>Class name to files (without ending) for Latin script; files not named are class <c>other</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Latin { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The same for Arabic script.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Arabic { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Throws where a value is out of its range.</summary>
    public void Check()
    {
        Features.Checked();
        if (ShortSpans is < 0 or > 4)
        {
            throw Recipe.Bad("language.shortSpans", $"{ShortSpans}", "0 to 4");
        }

        if (OtherLines < 0)
        {
            throw Recipe.Bad("language.otherLines", $"{OtherLines}", "0 or more");
        }
    }
}
