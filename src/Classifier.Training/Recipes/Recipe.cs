using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Classifier.Core;
using Classifier.Core.Features;
using Classifier.Core.Models;

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

    public AugmentSpec Augment { get; init; } = new();

    public FitSpec Actors { get; init; } = new();

    public FitSpec Events { get; init; } = new();

    public FitSpec Stance { get; init; } = new();

    public LanguageRecipe Language { get; init; } = new();

    /// <summary>Whether the networks of events answer on actors as well.</summary>
    [JsonIgnore]
    public bool SharesActors => Events.Trainer == FitSpec.NetworkTrainer && Events.Network.Actors;

    private static readonly JsonSerializerOptions Options = new(CoreJson.Options) { RespectNullableAnnotations = true };

    /// <exception cref="ClassifierException">Missing, malformed, or a value out of range.</exception>
    public static Recipe Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ClassifierException(ErrorKind.NotFound, "RECIPE_MISSING", $"There is no recipe at {path}.");
        }

        return Parse(File.ReadAllText(path), path);
    }

    /// <param name="json">The recipe's text.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ClassifierException">Malformed, or a value out of range.</exception>
    public static Recipe Parse(string json, string name)
    {
        try
        {
            var recipe = JsonSerializer.Deserialize<Recipe>(json, Options);
            return recipe?.Checked() ?? throw new JsonException("The file holds null.");
        }
        catch (JsonException e)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "RECIPE_INVALID", $"{name} is not a recipe: {e.Message}", e);
        }
    }

    private Recipe Checked()
    {
        if (Version.Trim().Length == 0 || !BundleFiles.IsName(Version))
        {
            throw Bad("version", $"'{Version}'", "the name of a folder, such as 0.2.0");
        }

        if (Version is BundleFiles.Champion or BundleFiles.Challengers)
        {
            throw Bad("version", $"'{Version}'", "any name but those of the pointers beside bundles, such as 0.2.0");
        }

        Features.Checked();
        Augment.Check();
        Language.Check();
        Actors.Check("actors", exclusive: false);
        Events.Check("events", exclusive: false);
        Stance.Check("stance", exclusive: true);
        CheckShares();
        return this;
    }

    /// <summary>What only networks of events can do.</summary>
    private void CheckShares()
    {
        if (Actors.Network.Votes > 0)
        {
            throw Bad(
                "actors.network.votes",
                Actors.Network.Votes.ToString(CultureInfo.InvariantCulture),
                "0; only votes on events have a file in a bundle");
        }

        if (Actors.Network.Actors || Stance.Network.Actors)
        {
            var family = Actors.Network.Actors ? "actors" : "stance";
            throw Bad($"{family}.network.actors", "true", "false; only networks of events answer on actors as well");
        }

        if (SharesActors && Actors.Trainer == FitSpec.NetworkTrainer)
        {
            throw Bad(
                "actors.trainer", Actors.Trainer, "a linear one where the networks of events answer on actors as well");
        }
    }

    internal static ClassifierException Bad(string name, string value, string allowed) =>
        new(ErrorKind.InvalidArgument, "RECIPE_INVALID", $"Recipe {name} is {value}; allowed: {allowed}.");
}
