using Classifier.Service.Errors;
using Classifier.Service.Hosting;

namespace Classifier.Service.Overload;

/// <summary>The outer door: refuses before anything costs time, even asking who calls.</summary>
internal sealed class OuterDoor(RequestDelegate next, Backlog backlog, Drain drain, CallRefusal refusal)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (CallKind.Of(context) is not { IsWork: true })
        {
            return next(context);
        }

        if (drain.Closing.IsCancellationRequested)
        {
            return refusal.DrainingAsync(context);
        }

        return backlog.IsTooLong() ? refusal.OverloadedAsync(context) : next(context);
    }
}
