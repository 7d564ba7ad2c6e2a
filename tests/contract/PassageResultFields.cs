using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classifier.Contract;

/// <summary>
/// The fields of a passage's answer, in their order, as <c>passage_result.json</c> lists them. The tests of the service
/// and of the CLI both hold their JSON against it, so that neither drifts from the other.
/// </summary>
internal static class PassageResultFields
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "contract", "passage_result.json");

    /// <summary>Fields of an answer with evidence.</summary>
    public static IReadOnlyList<string> Tagged => Expected("tagged");

    /// <summary>Fields of an answer without evidence.</summary>
    public static IReadOnlyList<string> TaggedWithoutEvidence =>
        [.. Tagged.Where(f => !f.Contains("evidence", StringComparison.Ordinal))];

    /// <summary>Fields of an answer for a text in no known language.</summary>
    public static IReadOnlyList<string> Untagged => Expected("untagged");

    /// <summary>Fields of an answer for a passage that could not be tagged.</summary>
    public static IReadOnlyList<string> Refused => Expected("refused");

    /// <summary>Paths of all values in answers, each once, in the order of their first coming; empty lists have none.</summary>
    public static IReadOnlyList<string> Of(params IEnumerable<JsonNode> answers) =>
        [.. answers.SelectMany(a => Walk(a, "")).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Walk(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Walk(f.Value, path.Length == 0 ? f.Key : $"{path}.{f.Key}")),
        JsonArray items => items.SelectMany(i => Walk(i, $"{path}[]")),
        _ => [path],
    };

    private static List<string> Expected(string kind) =>
        JsonNode.Parse(System.IO.File.ReadAllText(File))![kind].Deserialize<List<string>>()!;
}
