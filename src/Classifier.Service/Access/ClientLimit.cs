using Classifier.Service.Errors;
using Classifier.Service.Hosting;

namespace Classifier.Service.Access;

/// <summary>The door that each call takes from its client's allowance at. Health and the like never count.</summary>
/// <remarks>Apart from the rate limiting middleware, whose one answer to refusals is that of a busy service.</remarks>
internal sealed class ClientLimit(ClientAllowance allowance, CallRefusal refusal) : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        CallKind.Of(context) is null || allowance.Take(Caller.Key(context)) is not { } used
            ? next(context)
            : refusal.WriteAsync(used, context);
}
