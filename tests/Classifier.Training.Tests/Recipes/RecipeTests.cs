using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Training.Commands;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.Recipes;

public sealed class RecipeTests
{
    [Fact]
    public void Only_the_version_is_needed()
    {
        var recipe = Read("""{"version":"1.2.3"}""");
        Assert.Equal(("1.2.3", 1, "corpus", "lexicon"), (recipe.Version, recipe.Seed, recipe.Corpus, recipe.Lexicon));
        Assert.Equal(new FitSpec(), recipe.Actors);
        Assert.Equal("", recipe.Language.Corpus);
    }

    [Fact]
    public void What_is_given_is_read()
    {
        var recipe = Read("""{"version":"1","seed":5,"features":{"bits":12},"events":{"trainer":"lbfgs","l1":0.5},"language":{"latin":{"nl":["nld"]}}}""");
        Assert.Equal(
            (5, 12, "lbfgs", 0.5f), (recipe.Seed, recipe.Features.Bits, recipe.Events.Trainer, recipe.Events.L1));
        Assert.Equal(["nld"], recipe.Language.Latin["nl"]);
    }

    [Fact]
    public void Only_events_can_have_votes()
    {
        const string Network = """{"trainer":"network","network":{"sums":3,"votes":8}}""";
        Assert.Equal(8, Read($$"""{"version":"1","events":{{Network}}}""").Events.Network.Votes);
        var error = Assert.Throws<ClassifierException>(() => Read($$"""{"version":"1","actors":{{Network}}}"""));
        Assert.Contains("actors.network.votes is 8; allowed: 0;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Votes_are_not_as_wide_as_the_sums_which_readers_would_take_for_one_layer()
    {
        const string Network = """{"trainer":"network","network":{"units":8,"members":2,"sums":8,"votes":8}}""";
        var error = Assert.Throws<ClassifierException>(() => Read($$"""{"version":"1","events":{{Network}}}"""));
        Assert.Contains(
            "events.network.votes times voters is 8; allowed: other than the sums, 8",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_of_events_answer_on_actors_beside_linear_models_of_theirs()
    {
        const string Events = """{"trainer":"network","network":{"actors":true}}""";
        Assert.True(Read($$"""{"version":"1","events":{{Events}}}""").SharesActors);
        Assert.False(Read("""{"version":"1","events":{"trainer":"lbfgs","network":{"actors":true}}}""").SharesActors);
        var error = Assert.Throws<ClassifierException>(
            () => Read($$"""{"version":"1","actors":{"trainer":"network"},"events":{{Events}}}"""));
        Assert.Contains(
            "actors.trainer is network; allowed: a linear one where the networks of events",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_recipe_of_the_repository_is_good() =>
        Assert.NotEmpty(Recipe.Read(Path.Combine(Repository.ModelsFolder(), "recipe.json")).Version);

    [Theory]
    [InlineData("version", "\"\"", "Recipe version is ''; allowed: the name of a folder")]
    [InlineData("version", "\"../x\"", "Recipe version is '../x'; allowed: the name of a folder")]
    [InlineData("version", "\"champion\"", "Recipe version is 'champion'; allowed: any name but those of the pointers")]
    [InlineData("version", "\"challengers\"", "Recipe version is 'challengers'; allowed: any name")]
    [InlineData("version", "\"..\"", "Recipe version is '..'; allowed: the name of a folder")]
    [InlineData("actors.trainer", "\"magic\"", "Recipe actors.trainer is magic; allowed: sdca, lbfgs, network.")]
    [InlineData("stance.trainer", "\"network\"", "Recipe stance.trainer is network; allowed: sdca, lbfgs.")]
    [InlineData("events.grain", "-1", "Recipe events.grain is -1; allowed: 0, or 0.001 to 1.")]
    [InlineData("events.network.units", "0", "Recipe events.network.units is 0; allowed: 1 to 256.")]
    [InlineData("events.network.members", "17", "Recipe events.network.members is 17; allowed: 1 to 16.")]
    [InlineData(
        "events.network.members", "10", "Recipe events.network.units times members is 280; allowed: 256 at most.")]
    [InlineData(
        "events.network.sums",
        "65",
        "Recipe events.network.sums is 65; allowed: 0 to 64, fewer than units times members.")]
    [InlineData(
        "events.network.sums",
        "56",
        "Recipe events.network.sums is 56; allowed: 0 to 64, fewer than units times members.")]
    [InlineData(
        "events.network.votes", "65", "Recipe events.network.votes is 65; allowed: 0 to 64, and 0 where sums are 0.")]
    [InlineData(
        "events.network.votes", "8", "Recipe events.network.votes is 8; allowed: 0 to 64, and 0 where sums are 0.")]
    [InlineData(
        "events.network.cues", "0.5", "Recipe events.network.cues is 0.5; allowed: 0 to 10, and 0 where votes are 0.")]
    [InlineData(
        "events.network.cues", "-1", "Recipe events.network.cues is -1; allowed: 0 to 10, and 0 where votes are 0.")]
    [InlineData("events.network.voters", "0", "Recipe events.network.voters is 0; allowed: 1 to members.")]
    [InlineData("events.network.voters", "3", "Recipe events.network.voters is 3; allowed: 1 to members.")]
    [InlineData(
        "actors.network.actors",
        "true",
        "Recipe actors.network.actors is true; allowed: false; only networks of events")]
    [InlineData(
        "stance.network.actors",
        "true",
        "Recipe stance.network.actors is true; allowed: false; only networks of events")]
    [InlineData("events.network.batch", "0", "Recipe events.network.batch is 0; allowed: 1 to 1024.")]
    [InlineData("events.network.rate", "0", "Recipe events.network.rate is 0; allowed: above 0, 1 at most.")]
    [InlineData("events.iterations", "0", "Recipe events.iterations is 0; allowed: 1 to 1000.")]
    [InlineData("stance.iterations", "1001", "Recipe stance.iterations is 1001; allowed: 1 to 1000.")]
    [InlineData("language.fit.minCount", "101", "Recipe language.fit.minCount is 101; allowed: 1 to 100.")]
    [InlineData("language.fit.epochs", "0", "Recipe language.fit.epochs is 0; allowed: 1 to 100.")]
    [InlineData("language.fit.rate", "0", "Recipe language.fit.rate is 0; allowed: above 0 to 10.")]
    [InlineData("language.fit.balance", "\"NaN\"", "Recipe language.fit.balance is NaN; allowed: 0 to 1.")]
    [InlineData("language.fit.grain", "0", "Recipe language.fit.grain is 0; allowed: above 0 to 1.")]
    [InlineData("language.fit.leastGrains", "0.4", "Recipe language.fit.leastGrains is 0.4; allowed: 0.5 to 10.")]
    [InlineData("actors.l2", "-0.5", "Recipe actors.l2 is -0.5; allowed: 0 to 100.")]
    [InlineData("actors.l1", "\"NaN\"", "Recipe actors.l1 is NaN; allowed: 0 to 100.")]
    [InlineData("actors.l1", "\"Infinity\"", "Recipe actors.l1 is Infinity; allowed: 0 to 100.")]
    [InlineData("stance.l2", "100.5", "Recipe stance.l2 is 100.5; allowed: 0 to 100.")]
    [InlineData("language.shortSpans", "5", "Recipe language.shortSpans is 5; allowed: 0 to 4.")]
    [InlineData("language.shortSpans", "-1", "Recipe language.shortSpans is -1; allowed: 0 to 4.")]
    [InlineData("language.otherLines", "-1", "Recipe language.otherLines is -1; allowed: 0 or more.")]
    [InlineData("language.transliterated", "-1", "Recipe language.transliterated is -1; allowed: 0 or more.")]
    [InlineData("language.noiseLines", "-1", "Recipe language.noiseLines is -1; allowed: 0 or more.")]
    [InlineData("language.hasty", "1.5", "Recipe language.hasty is 1.5; allowed: 0 to 1.")]
    [InlineData("language.slips", "-1", "Recipe language.slips is -1; allowed: 0 to 1.")]
    [InlineData("language.folded", "2", "Recipe language.folded is 2; allowed: 0 to 1.")]
    [InlineData("language.otherFolded", "\"NaN\"", "Recipe language.otherFolded is NaN; allowed: 0 to 1.")]
    [InlineData(
        "language.priors.german", "2", "Recipe language.priors is for 'german'; allowed: classes of the recipe.")]
    [InlineData("language.latin.german", "null", "Recipe language.latin.german is null; allowed: names of files.")]
    [InlineData(
        "language.arabic.luri",
        "[null]",
        "Recipe language.arabic.luri is a list with an empty name; allowed: names of files.")]
    [InlineData("features.bits", "9", "features.Bits: is 9; allowed is 10 to 22")]
    [InlineData("features.maxChars", "2", "features.MaxChars: is 2; allowed is 3 to 8")]
    [InlineData("features.words", "-0.5", "features.Words: is -0.5; allowed is 0 to 100")]
    [InlineData("features.senses", "1e39", "features.Senses: is Infinity; allowed is 0 to 100")]
    [InlineData("features.cues", "\"NaN\"", "features.Cues: is NaN; allowed is 0 to 100")]
    [InlineData("features.stanceChars", "101", "features.StanceChars: is 101; allowed is 0 to 100")]
    [InlineData("features.version", "77", "Feature spec version 77 was given")]
    [InlineData("language.features.version", "77", "Language spec version 77 was given")]
    [InlineData("language.features.latinBits", "23", "language.latinBits: is 23; allowed is 10 to 22")]
    [InlineData("language.features.arabicBits", "0", "language.arabicBits: is 0; allowed is 10 to 22")]
    [InlineData("language.features.maxGram", "0", "language.maxGram: is 0; allowed is 1 to 8")]
    [InlineData("language.features.otherPrior", "0", "language.otherPrior: is 0; allowed is above 0 to 1")]
    [InlineData("language.features.otherPrior", "1.5", "language.otherPrior: is 1.5; allowed is above 0 to 1")]
    [InlineData("language.features.arabicOtherPrior", "0", "language.arabicOtherPrior: is 0; allowed is above 0 to 1")]
    [InlineData("language.features.minGram", "6", "language.minGram: is 6; allowed is 1 to maxGram")]
    [InlineData("language.features.damping", "\"NaN\"", "language.damping: is NaN; allowed is 0 to 1")]
    [InlineData("language.features.reliableFrom", "2", "language.reliableFrom: is 2; allowed is 0 to 1")]
    public void A_value_out_of_range_is_told_with_its_field_and_range(string field, string value, string message)
    {
        var recipe = new JsonObject { ["version"] = "1" };
        var (at, names) = (recipe, field.Split('.'));
        foreach (var name in names[..^1])
        {
            at[name] = new JsonObject();
            at = at[name]!.AsObject();
        }

        at[names[^1]] = JsonNode.Parse(value);
        Assert.StartsWith(message, Refusal(recipe.ToJsonString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_prior_out_of_range_is_told_with_its_class(int prior)
    {
        var recipe = """{"version":"1","language":{"latin":{"german":["deu"]},"priors":{"german":P}}}""";
        var refusal = Refusal(recipe.Replace("P", $"{prior}", StringComparison.Ordinal));
        Assert.StartsWith(
            $"Recipe language.priors.german is {prior}; allowed: above 0 to 100.", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is not a recipe")]
    [InlineData("null", "is not a recipe")]
    [InlineData("{}", "version")]
    [InlineData("""{"version":null}""", "is not a recipe")]
    [InlineData("""{"version":"1","features":null}""", "is not a recipe")]
    [InlineData("""{"version":"1","language":{"latin":null}}""", "is not a recipe")]
    [InlineData("""{"version":"1","sede":5}""", "sede")]
    [InlineData("""{"version":"1","actors":{"l3":5}}""", "l3")]
    [InlineData("""{"version":"1","seed":"x"}""", "seed")]
    public void What_is_no_recipe_is_told_with_what_is_wrong(string json, string what) =>
        Assert.Contains(what, Refusal(json), StringComparison.Ordinal);

    private static string Refusal(string json) => Assert.Throws<ClassifierException>(() => Read(json)).Message;

    private static Recipe Read(string json)
    {
        using var folder = new TempFolder();
        return Recipe.Read(folder.Write("recipe.json", json));
    }
}
