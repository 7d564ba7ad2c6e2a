using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;

namespace Classifier.Service.Rest;

/// <summary>The door before transcoding: what it would refuse is refused here, in the words of all refusals.</summary>
internal sealed class BodyDoor(RequestDelegate next, BodyReader bodies, CallRefusal refusal)
{
    public Task InvokeAsync(HttpContext context) =>
        CallKind.Of(context) is { Json: { } form } ? EnterAsync(context, form) : next(context);

    private async Task EnterAsync(HttpContext context, JsonForm form)
    {
        try
        {
            await bodies.ReadAsync(context, form);
        }
        catch (ClassifierException e)
        {
            await refusal.WriteJsonAsync(e, context.Response);
            return;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Nobody is there to read an answer; this is for the meter.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        await next(context);
    }
}
