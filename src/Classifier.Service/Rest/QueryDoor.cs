using Classifier.Service.Hosting;
using Classifier.Service.Overload;

namespace Classifier.Service.Rest;

/// <summary>What <see cref="BodyDoor"/> is to bodies, to the parameters of calls that have none.</summary>
internal sealed class QueryDoor(RequestDelegate next, CallRefusal refusal)
{
    public Task InvokeAsync(HttpContext context) =>
        CallKind.Of(context) is { Query: { } form } && form.Fault(context.Request.Query) is { } error
            ? refusal.WriteJsonAsync(error, context.Response)
            : next(context);
}
