using Classifier.Core;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using FieldViolation = Google.Rpc.BadRequest.Types.FieldViolation;
using Status = Google.Rpc.Status;

namespace Classifier.Service.Tagging;

/// <summary>The one table from errors to gRPC statuses with details.</summary>
internal static class StatusMapper
{
    public const string Domain = "classifier";

    /// <summary>What callers hear of a failure that is none of theirs.</summary>
    private const string Internal = "The service failed; its log says how.";

    public static RpcException ToRpc(ClassifierException error)
    {
        var status = new Status { Code = (int)CodeOf(error.Kind), Message = error.Message };
        status.Details.Add(Any.Pack(new ErrorInfo { Reason = error.Reason, Domain = Domain }));
        if (error.Violations.Count > 0)
        {
            status.Details.Add(Any.Pack(Violations(error)));
        }

        return status.ToRpcException();
    }

    /// <summary>A call that its client has given up, or whose time is over.</summary>
    public static RpcException Stopped(ServerCallContext context) => context.Deadline <= DateTime.UtcNow
        ? new(new(StatusCode.DeadlineExceeded, "The deadline passed before the answer was ready."))
        : new(new(StatusCode.Cancelled, "The call was cancelled."));

    public static RpcException Unexpected() => new(new(StatusCode.Internal, Internal));

    public static V1.ItemError ToItem(Exception error) => error is ClassifierException known
        ? new() { Code = known.CodeName, Message = known.Message }
        : new() { Code = "INTERNAL", Message = Internal };

    private static StatusCode CodeOf(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidArgument => StatusCode.InvalidArgument,
        ErrorKind.NotFound => StatusCode.NotFound,
        ErrorKind.FailedPrecondition => StatusCode.FailedPrecondition,
        ErrorKind.Unavailable => StatusCode.Unavailable,
        _ => StatusCode.Internal,
    };

    private static BadRequest Violations(ClassifierException error)
    {
        var details = new BadRequest();
        details.FieldViolations.AddRange(error.Violations.Select(
            v => new FieldViolation { Field = v.Field, Description = v.Description }));
        return details;
    }
}
