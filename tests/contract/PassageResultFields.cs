namespace Classifier.Contract;

/// <summary>
/// The fields of a passage's answer, in their order, as <c>passage_result.json</c> lists them. The tests of the service
/// and of the CLI both hold their JSON against it, so that neither drifts from the other.
/// </summary>
internal static class PassageResultFields
{
    /// <summary>Fields of an answer with evidence.</summary>
    public static IReadOnlyList<string> Tagged => Expected("tagged");

    /// <summary>Fields of an answer without evidence.</summary>
    public static IReadOnlyList<string> TaggedWithoutEvidence =>
        [.. Tagged.Where(f => !f.Contains("evidence", StringComparison.Ordinal))];

    /// <summary>Fields of an answer for a text in no known language.</summary>
    public static IReadOnlyList<string> Untagged => Expected("untagged");

    /// <summary>Fields of an answer for a passage that could not be tagged.</summary>
    public static IReadOnlyList<string> Refused => Expected("refused");

    private static IReadOnlyList<string> Expected(string kind) => AnswerFields.Expected("passage_result.json", kind);
}
