using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classifier.Contract;

/// <summary>The fields of answers, and the lists of them that the tests of the service and of the CLI share.</summary>
internal static class AnswerFields
{
    /// <summary>
    /// Paths of all values in answers, each once, in the order of their first coming; empty lists have none.
    /// </summary>
    public static IReadOnlyList<string> Of(params IEnumerable<JsonNode> answers) =>
        [.. answers.SelectMany(a => Walk(a, "")).Distinct(StringComparer.Ordinal)];

    /// <summary>A list from a file in this folder.</summary>
    public static IReadOnlyList<string> Expected(string file, string kind) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "contract", file)))![kind]
            .Deserialize<List<string>>()!;

    private static IEnumerable<string> Walk(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Walk(f.Value, path.Length == 0 ? f.Key : $"{path}.{f.Key}")),
        JsonArray items => items.SelectMany(i => Walk(i, $"{path}[]")),
        _ => [path],
    };
}
