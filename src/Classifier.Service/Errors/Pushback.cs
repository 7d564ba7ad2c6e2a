using System.Globalization;
using Classifier.Core;

namespace Classifier.Service.Errors;

/// <summary>
/// When gRPC clients that send calls again by themselves shall do so, in place of pauses of their own:
/// https://github.com/grpc/proposal/blob/master/A6-client-retries.md#pushback.
/// </summary>
/// <remarks>
/// Only where a time can be told. A service that is overloaded has none: pauses of clients grow and differ, while all
/// that are told the same time come back together, which one that still loads, or waits for keys, can bear. One that
/// drains has closed its connections by then, so that the call goes elsewhere.
/// </remarks>
internal static class Pushback
{
    public const string Header = "grpc-retry-pushback-ms";

    /// <summary>Not again: https://github.com/grpc/proposal/blob/master/A6-client-retries.md#pushback.</summary>
    private const string Never = "-1";

    /// <summary>
    /// Who has to wait longer hears so now, and not when the deadline of the call has passed: .NET's client waits
    /// however little of it is left.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>The header's value; null for none.</summary>
    public static string? Of(ClassifierException error)
    {
        var wait = StatusMapper.RetryOf(error);
        if (wait == TimeSpan.Zero || error is { Kind: ErrorKind.ResourceExhausted, Retry: null })
        {
            return null;
        }

        return wait > Longest
            ? Never
            : Math.Ceiling(wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
    }
}
