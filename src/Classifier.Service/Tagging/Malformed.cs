using Classifier.Core;
using Classifier.V1;

namespace Classifier.Service.Tagging;

/// <summary>Messages whose bytes could not be read.</summary>
internal static class Malformed
{
    private static readonly TagPassageStreamRequest StreamItem = new();

    /// <summary>What stands in a stream for a message that could not be read.</summary>
    public static T Instead<T>() =>
        StreamItem is T item ? item : throw StatusMapper.ToRpc(Error("request"));

    public static bool Is(TagPassageStreamRequest request) => ReferenceEquals(request, StreamItem);

    /// <param name="field">Where the message belongs.</param>
    public static ClassifierException Error(string field) => Violation.Of(
        "MESSAGE_MALFORMED", field, "is no protobuf message; its strings must be UTF-8 and no field may be cut off");
}
