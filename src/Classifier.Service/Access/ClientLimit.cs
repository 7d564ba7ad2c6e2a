using Classifier.Service.Hosting;
using Classifier.Service.Overload;
using Classifier.Service.Telemetry;

namespace Classifier.Service.Access;

/// <summary>The door that each call takes from its client's allowance at. Health and the like never count.</summary>
/// <remarks>Apart from the rate limiting middleware, whose one answer to refusals is that of a busy service.</remarks>
internal sealed class ClientLimit(ClientAllowance allowance, ServiceMetrics metrics) : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (CallKind.Of(context) is null || allowance.Take(Caller.Key(context)) is not { } used)
        {
            return next(context);
        }

        metrics.Refused(used.Reason);
        return PreparedRefusal.Of(used).WriteAsync(context);
    }
}
