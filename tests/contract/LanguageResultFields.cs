namespace Classifier.Contract;

/// <summary>
/// The fields of an answer about a text's language, in their order, as <c>language_result.json</c> lists them; the
/// tests of the service and of the CLI both hold their JSON against it. A line of the CLI also carries the version of
/// the models, which the service tells once for the whole response.
/// </summary>
internal static class LanguageResultFields
{
    /// <summary>Fields of an answer with alternatives and spans.</summary>
    public static IReadOnlyList<string> Detected => Expected("detected");

    /// <summary>Fields of an answer with neither.</summary>
    public static IReadOnlyList<string> DetectedAlone =>
        [.. Detected.Where(f => !f.Contains("[]", StringComparison.Ordinal))];

    /// <summary>Fields of an answer for a text that was refused.</summary>
    public static IReadOnlyList<string> Refused => Expected("refused");

    private static IReadOnlyList<string> Expected(string kind) => AnswerFields.Expected("language_result.json", kind);
}
