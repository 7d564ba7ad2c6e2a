using System.Text.Json;
using Classifier.Core;
using Classifier.Core.Features;
using Classifier.Core.Language;

namespace Classifier.Training.Recipes;

/// <summary>The one file that fully describes a training run. Paths are relative to the recipe's folder.</summary>
internal sealed record Recipe
{
    /// <summary>Version of the bundle that the recipe makes; names its folder.</summary>
    public required string Version { get; init; }

    public int Seed { get; init; } = 1;

    public string Taxonomy { get; init; } = "taxonomy.json";

    public string Lexicon { get; init; } = "lexicon";

    public string Corpus { get; init; } = "corpus";

    public FeatureSpec Features { get; init; } = new();

    public FitSpec Actors { get; init; } = new();

    public FitSpec Events { get; init; } = new();

    public FitSpec Stance { get; init; } = new();

    public LanguageRecipe Language { get; init; } = new();

    /// <exception cref="ClassifierException">Missing, malformed, or a value out of range.</exception>
    public static Recipe Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ClassifierException(ErrorKind.NotFound, "RECIPE_MISSING", $"There is no recipe at {path}.");
        }

        try
        {
            return JsonSerializer.Deserialize<Recipe>(File.ReadAllText(path), CoreJson.Options)!.Checked();
        }
        catch (JsonException e)
        {
            throw new ClassifierException(ErrorKind.InvalidArgument, "RECIPE_INVALID", $"{path} is not a recipe: {e.Message}", e);
        }
    }

    private Recipe Checked()
    {
        Features.Checked();
        Language.Features.Checked();
        foreach (var (name, fit) in new[] { ("actors", Actors), ("events", Events), ("stance", Stance), ("language", Language.Fit) })
        {
            fit.Check(name);
        }

        return this;
    }
}

/// <summary>How one family of linear models is fitted.</summary>
internal sealed record FitSpec
{
    /// <summary>A name of the trainer table: <c>sdca</c> or <c>lbfgs</c>.</summary>
    public string Trainer { get; init; } = "sdca";

    public float L2 { get; init; } = 1e-4f;

    public float L1 { get; init; }

    /// <summary>Passes over the data at most, 1 to 1000.</summary>
    public int Iterations { get; init; } = 30;

    /// <summary>Features of fewer training passages than this are left out, 1 to 100.</summary>
    public int MinCount { get; init; } = 2;

    public void Check(string family)
    {
        if (!Fitting.Trainers.Names.Contains(Trainer))
        {
            throw Bad(family, "trainer", Trainer, string.Join(", ", Fitting.Trainers.Names));
        }

        if (Iterations is < 1 or > 1000)
        {
            throw Bad(family, "iterations", $"{Iterations}", "1 to 1000");
        }

        if (MinCount is < 1 or > 100)
        {
            throw Bad(family, "minCount", $"{MinCount}", "1 to 100");
        }

        if (!(L2 >= 0 && L1 >= 0))
        {
            throw Bad(family, "l1 and l2", $"{L1} and {L2}", "0 or more");
        }
    }

    private static ClassifierException Bad(string family, string name, string value, string allowed) =>
        new(ErrorKind.InvalidArgument, "RECIPE_INVALID", $"Recipe {family}.{name} is {value}; allowed: {allowed}.");
}

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
}
