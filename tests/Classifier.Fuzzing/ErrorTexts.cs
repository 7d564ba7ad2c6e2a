using System.Text;
using System.Text.Json;

namespace Classifier.Fuzzing;

/// <summary>Holds all that an answer says of errors against the rule that no text of a request stands there.</summary>
internal static class ErrorTexts
{
    /// <summary>Fields that tell of errors, in answers that are none themselves.</summary>
    private static readonly string[] Fields = ["error", "problems"];

    /// <param name="error">What is said of an error, all of it.</param>
    /// <exception cref="FindingException">It holds text.</exception>
    public static void Check(string error)
    {
        if (error.Contains(FuzzSeeds.Canary, StringComparison.Ordinal))
        {
            throw new FindingException($"An error repeats the text: {error}");
        }
    }

    /// <summary>Details of an error, in bytes of protobuf, which has strings as they are.</summary>
    public static void Check(byte[] error) => Check(Encoding.UTF8.GetString(error));

    /// <summary>An answer, in which items may have errors of their own.</summary>
    public static void CheckItems(JsonElement answer)
    {
        foreach (var part in Parts(answer))
        {
            CheckItems(part);
        }

        if (answer.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in answer.EnumerateObject().Where(f => Fields.Contains(f.Name)))
            {
                Check(field.Value.GetRawText());
            }
        }
    }

    private static IEnumerable<JsonElement> Parts(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Object => answer.EnumerateObject().Select(f => f.Value),
        JsonValueKind.Array => answer.EnumerateArray(),
        _ => [],
    };
}
