using Classifier.Core;
using Classifier.Service.Hosting;
using Classifier.Service.Telemetry;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Classifier.Service.Errors;

/// <summary>Turns what a call throws into its status. Nothing but this maps exceptions of whole calls.</summary>
internal sealed class ErrorInterceptor(ServiceMetrics metrics, ILogger<ErrorInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            Malformed.Check(request);
            return await continuation(request, context);
        }
        catch (Exception e)
        {
            throw Map(e, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (Exception e)
        {
            throw Map(e, context);
        }
    }

    public RpcException Map(Exception error, ServerCallContext context)
    {
        if (context.CancellationToken.IsCancellationRequested || error is IOException)
        {
            // Reading from and writing to a client that is gone fails in many ways, which all mean this; some of them
            // come before the token knows. Nothing else here reads or writes.
            return StatusMapper.Stopped(context);
        }

        switch (error)
        {
            case ClassifierException known:
                metrics.Refused(known.Reason);
                TellWhen(known, context.GetHttpContext());
                return StatusMapper.ToRpc(known);
            case RpcException done:
                return done;
            default:
                Log.Unexpected(logger, context.Method, error.GetType().Name, error.StackTrace);
                return StatusMapper.Unexpected();
        }
    }

    /// <summary>In gRPC the details say it.</summary>
    private static void TellWhen(ClassifierException error, HttpContext http)
    {
        if (!BodyLimit.IsGrpc(http.Request))
        {
            PreparedRefusal.TellWhen(StatusMapper.RetryOf(error), http.Response);
        }
    }
}
