using Grpc.Core;

namespace Classifier.Service.Telemetry;

/// <summary>Counts the answers of a stream as they go out.</summary>
internal sealed class CountingWriter<T>(IServerStreamWriter<T> inner, AnswerCounter counter) : IServerStreamWriter<T>
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
