using Classifier.Service.Errors;
using Classifier.Service.Hosting;

namespace Classifier.Service.Rest;

/// <summary>What <see cref="BodyDoor"/> is to bodies, to parameters.</summary>
internal sealed class QueryDoor(RequestDelegate next, CallRefusal refusal)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.QueryString.HasValue
        && CallKind.Of(context) is { Query: { } form } && form.Fault(context.Request.Query) is { } error
            ? refusal.WriteJsonAsync(error, context.Response)
            : next(context);
}
