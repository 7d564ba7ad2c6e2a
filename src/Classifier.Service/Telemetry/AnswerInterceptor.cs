using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Classifier.Service.Telemetry;

/// <summary>Puts a span around each method and counts its answers.</summary>
internal sealed class AnswerInterceptor(AnswerCounter counter) : Interceptor
{
    public const string SourceName = "Classifier.Service";

    private static readonly ActivitySource Source = new(SourceName);

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        using var span = Source.StartActivity("answer");
        var response = await continuation(request, context);
        counter.Count(response);
        return response;
    }

    /// <summary>A stream has no span for each message; it may carry millions.</summary>
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(requestStream, new CountingWriter<TResponse>(responseStream, counter), context);

    private sealed class CountingWriter<T>(IServerStreamWriter<T> inner, AnswerCounter counter) : IServerStreamWriter<T>
        where T : class
    {
        public WriteOptions? WriteOptions
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

        public async Task WriteAsync(T message, CancellationToken cancellationToken)
        {
            await inner.WriteAsync(message, cancellationToken);
            counter.Count(message);
        }
    }
}
