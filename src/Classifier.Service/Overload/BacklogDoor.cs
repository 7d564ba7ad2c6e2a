using Classifier.Service.Telemetry;

namespace Classifier.Service.Overload;

/// <summary>The outer door: refuses before anything costs time, even asking who calls.</summary>
internal sealed class BacklogDoor(Backlog backlog, ServiceMetrics metrics) : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!OverloadSetup.IsWork(context) || !backlog.IsTooLong())
        {
            return next(context);
        }

        var error = WorkLimit.Overloaded();
        metrics.Refused(error.Reason);
        return RefusalWriter.WriteAsync(context, error);
    }
}
