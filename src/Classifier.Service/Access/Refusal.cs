using Classifier.Service.Overload;
using Classifier.Service.Tagging;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Classifier.Service.Access;

/// <summary>Why a caller is not let in. Never says anything of what the caller sent.</summary>
/// <param name="Code">Unauthenticated, PermissionDenied or Unavailable.</param>
/// <param name="Reason">A stable word for programs.</param>
/// <param name="Message">What to do about it.</param>
internal sealed record Refusal(StatusCode Code, string Reason, string Message)
{
    /// <summary>The scope that is missing; null where it is not for a scope.</summary>
    public string? Scope { get; init; }

    /// <summary>When to call again; 0 where that does not help.</summary>
    public TimeSpan Retry { get; init; }

    public Task WriteAsync(HttpContext context) => new PreparedRefusal(Status(), Http(), Retry).WriteAsync(context);

    private Status Status()
    {
        var info = new ErrorInfo { Reason = Reason, Domain = StatusMapper.Domain };
        if (Scope is not null)
        {
            info.Metadata.Add("scope", Scope);
        }

        var status = new Status { Code = (int)Code, Message = Message, Details = { Any.Pack(info) } };
        if (Retry > TimeSpan.Zero)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(Retry) }));
        }

        return status;
    }

    private int Http() => Code switch
    {
        StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
