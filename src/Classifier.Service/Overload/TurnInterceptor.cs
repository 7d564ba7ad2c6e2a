using System.Threading.RateLimiting;
using Classifier.Core;
using Classifier.Service.Hosting;
using Classifier.Service.Tagging;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Classifier.Service.Overload;

/// <summary>Holds a turn while a call is worked at: its message has been read, its answer not yet written.</summary>
internal sealed class TurnInterceptor(WorkLimit limit) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (!OverloadSetup.IsWork(context.Method))
        {
            return await continuation(request, context);
        }

        using var turn = await EnterAsync(context);
        return await continuation(request, context);
    }

    private async ValueTask<RateLimitLease> EnterAsync(ServerCallContext context)
    {
        try
        {
            return await limit.EnterAsync(context.CancellationToken);
        }
        catch (ClassifierException e) when (e.Kind == ErrorKind.ResourceExhausted)
        {
            TellWhen(context.GetHttpContext());
            throw;
        }
    }

    /// <summary>Over REST the header says it, as it does where the door refuses.</summary>
    private static void TellWhen(HttpContext context)
    {
        if (!BodyLimit.IsGrpc(context.Request))
        {
            context.Response.Headers.RetryAfter = RefusalWriter.RetryAfter(StatusMapper.RetryOf(ErrorKind.ResourceExhausted));
        }
    }
}
