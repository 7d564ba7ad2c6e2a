using Classifier.Service.Errors;
using Classifier.Service.Overload;
using Classifier.Service.Telemetry;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Classifier.Service.Tagging;

/// <summary>
/// All that surrounds a method of the tagger: its turn, its span, what its answer counts for, the status of what it
/// throws. One interceptor and not one each, since gRPC finds, activates and awaits each of them anew for each call.
/// </summary>
internal sealed class CallInterceptor(ErrorInterceptor errors, Turns turns, AnswerCounter counter) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            Malformed.Check(request);
            using var turn = await turns.EnterAsync(context);
            using var span = Spans.Answer();
            var response = await continuation(request, context);
            counter.Count(response);
            return response;
        }
        catch (Exception e)
        {
            throw errors.Map(e, context);
        }
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) => errors.DuplexStreamingServerHandler(
            requestStream, new CountingWriter<TResponse>(responseStream, counter), context, continuation);
}
