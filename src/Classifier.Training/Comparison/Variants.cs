using System.Text.Json;
using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Training.Recipes;

namespace Classifier.Training.Comparison;

/// <summary>
/// Recipes that differ from one in some fields: <c>[{"name":"no bigrams","change":{"features":{"bigrams":0}}}]</c>.
/// </summary>
internal static class Variants
{
    private sealed record Variant(string Name, JsonObject Change);

    /// <summary>Reads the variants and applies each to the recipe, as a JSON merge patch (RFC 7396).</summary>
    public static IReadOnlyList<(string Name, Recipe Recipe)> Read(string path, string recipePath)
    {
        try
        {
            var variants = JsonSerializer.Deserialize<List<Variant?>>(File.ReadAllText(path), CoreJson.Options) ?? [];
            return [.. variants.Select(v => v is { Name: not null, Change: not null }
                ? (v.Name, Patched(recipePath, v))
                : throw new JsonException("A variant is null, or has no name or no change."))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // The last two tell of names that are no text or stand twice, which nodes notice only when they are used.
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "VARIANTS_INVALID", $"{path} is not a list of variants: {e.Message}", e);
        }
    }

    private static Recipe Patched(string recipePath, Variant variant)
    {
        var recipe = JsonNode.Parse(File.ReadAllText(recipePath))!.AsObject();
        Merge(recipe, variant.Change);
        return Recipe.Parse(recipe.ToJsonString(), $"Variant '{variant.Name}'");
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (key, value) in patch)
        {
            if (value is null)
            {
                target.Remove(key);
            }
            else if (value is JsonObject inner && target[key] is JsonObject existing)
            {
                Merge(existing, inner);
            }
            else
            {
                target[key] = value.DeepClone();
            }
        }
    }
}
