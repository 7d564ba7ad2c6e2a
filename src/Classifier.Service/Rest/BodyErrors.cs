using System.Text.Json;
using Classifier.Core;
using Classifier.Service.Errors;

namespace Classifier.Service.Rest;

/// <summary>What is told of bodies, in words that hold nothing of them.</summary>
internal static class BodyErrors
{
    private const string Whole = "request";

    public static ClassifierException NoJson(JsonException error) => Violation.Of(
        Reasons.MessageMalformed, Whole,
        $"is no JSON from line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1} on; send one whole object");

    public static ClassifierException BrokenName(string path) => Violation.Of(
        Reasons.MessageMalformed, path, "has a field whose name has a lone surrogate or bytes that are no UTF-8");

    /// <param name="path">Of the message that has it.</param>
    /// <param name="meant">
    /// What it was likely meant to be; its name is not repeated, since it may be a text that has lost its own.
    /// </param>
    public static ClassifierException UnknownField(string path, string meant) => Violation.Of(
        "FIELD_UNKNOWN", path, $"has a field that is not known here; nearest known: {meant}");

    public static ClassifierException TooDeep(string path, int most) => Violation.Of(
        Reasons.MessageMalformed, path, $"has a field that is not known here and nests deeper than {most}");

    public static ClassifierException BrokenText(string path) => Violation.Of(
        Reasons.TextBroken, path, "has a lone surrogate or bytes that are no UTF-8; send well-formed Unicode");

    public static ClassifierException BrokenOff() => Violation.Of(
        Reasons.MessageMalformed, Whole, "broke off or came too slowly; send it again, and whole");

    public static ClassifierException Encoded() => Violation.Of(
        "CONTENT_ENCODING_UNKNOWN", "content-encoding", "is not read over REST; send the body as it is, not zipped");

    public static ClassifierException NoJsonType() => Violation.Of(
        "CONTENT_TYPE_UNKNOWN", "content-type", "is none of JSON; send application/json");
}
