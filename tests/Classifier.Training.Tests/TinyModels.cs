using System.Text.Json.Nodes;
using Classifier.Core.Models;
using Classifier.Training.Bundles;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests;

/// <summary>
/// A models folder of its own: sixty passages, forty words of lexicon, forty lines of eight languages.
/// </summary>
internal static class TinyModels
{
    public static string Source { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "models");

    public static string Corpus { get; } = Path.Combine(Source, "corpus", "tiny.jsonl");

    /// <summary>Copies it all into a folder, with or without text for the language identifier.</summary>
    public static void CopyTo(string folder, bool withText = true)
    {
        foreach (var file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        if (withText)
        {
            LanguageTexts.Write(Path.Combine(folder, "text"));
        }
    }

    /// <summary>Changes the recipe of a folder made by <see cref="CopyTo"/>.</summary>
    public static void Change(string folder, Action<JsonObject> change)
    {
        var path = Path.Combine(folder, "recipe.json");
        var recipe = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(recipe);
        File.WriteAllText(path, recipe.ToJsonString());
    }

    /// <summary>Trains in a folder made by <see cref="CopyTo"/>, as the command does.</summary>
    public static BundleManifest Train(string folder, string bundle, bool withText = true, string? previous = null)
    {
        var inputs = RecipeInputs.Read(Path.Combine(folder, "recipe.json"));
        var trainer = new BundleTrainer(inputs, new SilentProgress());
        var manifest = trainer.Train(bundle, withText ? Path.Combine(folder, "text") : null, previous);
        new BundleReport(bundle, new SilentProgress()).Write(inputs.Corpus, [], []);
        return manifest;
    }
}
