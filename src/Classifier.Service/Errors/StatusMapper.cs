using Classifier.Core;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using FieldViolation = Google.Rpc.BadRequest.Types.FieldViolation;
using Status = Google.Rpc.Status;

namespace Classifier.Service.Errors;

/// <summary>The one table from errors to statuses with details, over gRPC and HTTP.</summary>
internal static class StatusMapper
{
    private const string Domain = "classifier";

    /// <summary>What callers hear of a failure that is none of theirs.</summary>
    private const string Internal = "The service failed; its log says how.";

    /// <summary>
    /// When to send a refused call again; clients add jitter. 0 where sending it again does not help.
    /// </summary>
    public static TimeSpan RetryOf(ErrorKind kind) => RowOf(kind).Retry;

    /// <inheritdoc cref="RetryOf(ErrorKind)"/>
    public static TimeSpan RetryOf(ClassifierException error) => error.Retry ?? RetryOf(error.Kind);

    /// <summary>Status code of a call over HTTP that is refused before gRPC sees it.</summary>
    public static int HttpCodeOf(ErrorKind kind) => RowOf(kind).Http;

    public static RpcException ToRpc(ClassifierException error)
    {
        var refused = ToStatus(error).ToRpcException();
        if (Pushback.Of(error) is { } pushback)
        {
            refused.Trailers.Add(Pushback.Header, pushback);
        }

        return refused;
    }

    /// <summary>The error with all that is known of it: ErrorInfo always, the other details where they apply.</summary>
    public static Status ToStatus(ClassifierException error)
    {
        var info = Info(error.Reason);
        foreach (var (name, value) in error.Metadata)
        {
            info.Metadata.Add(name, value);
        }

        var status = With(info, RowOf(error.Kind).Code, error.Message);
        if (error.Violations.Count > 0)
        {
            status.Details.Add(Any.Pack(Violations(error)));
        }

        if (error.Resource is { } resource)
        {
            status.Details.Add(Any.Pack(new ResourceInfo
            {
                ResourceType = resource.Type,
                ResourceName = resource.Name,
                Description = error.Message,
            }));
        }

        if (DelayOf(error) is { } delay)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = delay }));
        }

        return status;
    }

    /// <summary>A call that its client has given up, or whose time is over.</summary>
    public static RpcException Stopped(ServerCallContext context) => context.Deadline <= DateTime.UtcNow
        ? Stopped(StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED", "The deadline passed before the answer was ready.")
        : Stopped(StatusCode.Cancelled, "CANCELLED", "The call was cancelled.");

    public static RpcException Unexpected() => With(Info("INTERNAL"), StatusCode.Internal, Internal).ToRpcException();

    public static V1.ItemError ToItem(Exception error) => error is ClassifierException known
        ? new() { Code = known.CodeName, Reason = known.Reason, Message = known.Message, RetryDelay = DelayOf(known) }
        : new() { Code = "INTERNAL", Reason = "INTERNAL", Message = Internal };

    private static Duration? DelayOf(ClassifierException error) =>
        RetryOf(error) is var retry && retry > TimeSpan.Zero ? Duration.FromTimeSpan(retry) : null;

    private static (StatusCode Code, int Http, TimeSpan Retry) RowOf(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidArgument => (StatusCode.InvalidArgument, 400, default),
        ErrorKind.NotFound => (StatusCode.NotFound, 404, default),
        ErrorKind.FailedPrecondition => (StatusCode.FailedPrecondition, 400, default),
        ErrorKind.Unavailable => (StatusCode.Unavailable, 503, TimeSpan.FromSeconds(1)),
        ErrorKind.ResourceExhausted => (StatusCode.ResourceExhausted, 429, TimeSpan.FromMilliseconds(100)),
        ErrorKind.TooLarge => (StatusCode.InvalidArgument, 413, default),
        ErrorKind.Unauthenticated => (StatusCode.Unauthenticated, 401, default),
        ErrorKind.PermissionDenied => (StatusCode.PermissionDenied, 403, default),
        _ => (StatusCode.Internal, 500, default),
    };

    private static RpcException Stopped(StatusCode code, string reason, string message) =>
        With(Info(reason), code, message).ToRpcException();

    private static ErrorInfo Info(string reason) => new() { Reason = reason, Domain = Domain };

    private static Status With(ErrorInfo info, StatusCode code, string message) => new()
    {
        Code = (int)code,
        Message = message,
        Details = { Any.Pack(info) },
    };

    private static BadRequest Violations(ClassifierException error)
    {
        var details = new BadRequest();
        details.FieldViolations.AddRange(error.Violations.Select(
            v => new FieldViolation { Field = v.Field, Description = v.Description }));
        return details;
    }
}
