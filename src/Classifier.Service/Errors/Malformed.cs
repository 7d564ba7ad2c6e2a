using Classifier.Core;

namespace Classifier.Service.Errors;

/// <summary>
/// Messages whose bytes could not be read. gRPC reads them before anything of this service hears of the call, so that
/// an empty message goes on in the place of a broken one, until it comes to where errors become statuses and count.
/// </summary>
internal static class Malformed
{
    /// <summary>What stands for messages of this type that could not be read; the same one for all.</summary>
    public static T Instead<T>()
        where T : class => StandIn<T>.Message;

    public static bool Is<T>(T request)
        where T : class => ReferenceEquals(request, StandIn<T>.Message);

    /// <exception cref="ClassifierException">The message could not be read.</exception>
    public static void Check<T>(T request)
        where T : class
    {
        if (Is(request))
        {
            throw Error("request");
        }
    }

    /// <param name="field">Where the message belongs.</param>
    public static ClassifierException Error(string field) => Violation.Of(
        Reasons.MessageMalformed, field,
        "is no protobuf message; its strings must be UTF-8 and no field may be cut off");

    private static class StandIn<T>
        where T : class
    {
        public static readonly T Message = Activator.CreateInstance<T>();
    }
}
