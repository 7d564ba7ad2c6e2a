using System.Globalization;
using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Training.Recipes;

/// <summary>How the language identifier is made.</summary>
internal sealed record LanguageRecipe
{
    public LanguageSpec Features { get; init; } = new();

    public LanguageFit Fit { get; init; } = new();

    /// <summary>
    /// Folder of <c>*.txt.gz</c>, one language each; where it is missing, the champion's identifier is kept.
    /// </summary>
    public string Corpus { get; init; } = "";

    /// <summary>
    /// Folder of lines written for this project: <c>TAG.txt</c> for the tagged languages, <c>und.tsv</c> with a file
    /// name of the corpus and a line in each row, <c>hasty.tsv</c> with hasty spellings. Empty for none.
    /// </summary>
    public string Supplement { get; init; } = "";

    /// <summary>Short spans drawn from each line beside the line itself, 0 to 4.</summary>
    public int ShortSpans { get; init; } = 1;

    /// <summary>Lines taken from each file that belongs to no class of its own, at most; 0 takes all.</summary>
    public int OtherLines { get; init; } = 400;

    /// <summary>Lines of Kurmanji and Sorani that are added in the other script, at most.</summary>
    public int Transliterated { get; init; }

    /// <summary>
    /// Lines of each of some files that are made into noise, at most; for a class with the file <c>noise</c>.
    /// </summary>
    public int NoiseLines { get; init; }

    /// <summary>Share of the lines of the tagged languages that are added in hasty spelling, 0 to 1.</summary>
    public float Hasty { get; init; }

    /// <summary>Share of all lines that are added with slips of the keyboard, 0 to 1.</summary>
    public float Slips { get; init; }

    /// <summary>Share of the lines of <see cref="FoldedClasses"/> that are added without diacritics, 0 to 1.</summary>
    public float Folded { get; init; }

    /// <summary>The same share for all other classes, 0 to 1.</summary>
    public float OtherFolded { get; init; }

    /// <summary>Classes whose readers often leave out diacritics, or are taken for one that does.</summary>
    public IReadOnlyList<string> FoldedClasses { get; init; } = [];

    /// <summary>
    /// Class name to files (without ending) for Latin script; files not named are class <c>other</c>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Latin { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The same for Arabic script.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Arabic { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// How likely a class is beside how often it stood in training, above 0 to 100; 1 where it is not named. It goes
    /// into the model, and on top of it the priors of <see cref="LanguageSpec"/>: near neighbours, which must not be
    /// taken for a tagged language, are named here.
    /// </summary>
    public IReadOnlyDictionary<string, float> Priors { get; init; } = new Dictionary<string, float>();

    /// <summary>Classes of a script.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ClassesOf(Script script) =>
        script == Script.Arabic ? Arabic : Latin;

    /// <summary>Throws where a value is out of its range.</summary>
    public void Check()
    {
        Features.Checked();
        Fit.Check();
        if (ShortSpans is < 0 or > 4)
        {
            throw Recipe.Bad("language.shortSpans", $"{ShortSpans}", "0 to 4");
        }

        CheckCount("otherLines", OtherLines);
        CheckCount("transliterated", Transliterated);
        CheckCount("noiseLines", NoiseLines);
        CheckShare("hasty", Hasty);
        CheckShare("slips", Slips);
        CheckShare("folded", Folded);
        CheckShare("otherFolded", OtherFolded);
        CheckClasses("latin", Latin);
        CheckClasses("arabic", Arabic);
        foreach (var (name, prior) in Priors)
        {
            CheckPrior(name, prior);
        }
    }

    /// <summary>The reader refuses null for a property, not inside a list.</summary>
    private static void CheckClasses(string script, IReadOnlyDictionary<string, IReadOnlyList<string>> classes)
    {
        foreach (var (name, files) in classes)
        {
            if (files is null || files.Any(string.IsNullOrWhiteSpace))
            {
                throw Recipe.Bad(
                    $"language.{script}.{name}",
                    files is null ? "null" : "a list with an empty name",
                    "names of files");
            }
        }
    }

    private void CheckPrior(string name, float prior)
    {
        if (!Latin.ContainsKey(name) && !Arabic.ContainsKey(name))
        {
            throw Recipe.Bad("language.priors", $"for '{name}'", "classes of the recipe");
        }

        if (prior is not (> 0 and <= 100))
        {
            throw Recipe.Bad(
                $"language.priors.{name}", string.Create(CultureInfo.InvariantCulture, $"{prior}"), "above 0 to 100");
        }
    }

    private static void CheckCount(string name, int value)
    {
        if (value < 0)
        {
            throw Recipe.Bad($"language.{name}", $"{value}", "0 or more");
        }
    }

    private static void CheckShare(string name, float value)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw Recipe.Bad($"language.{name}", string.Create(CultureInfo.InvariantCulture, $"{value}"), "0 to 1");
        }
    }
}
