using Classifier.Service.Errors;
using Google.Protobuf;
using Grpc.Core;

namespace Classifier.Service.Tagging;

/// <summary>
/// Hands methods on, with deserializers that read broken bytes as <see cref="Malformed"/>. What is bound so needs an
/// interceptor that refuses these.
/// </summary>
internal sealed class GuardedBinder(ServiceBinderBase inner) : ServiceBinderBase
{
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
        inner.AddMethod(Guarded(method), handler!);

    /// <summary>The next message of a stream starts in its own frame, so a broken one only loses itself.</summary>
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
        inner.AddMethod(Guarded(method), handler!);

    private static Method<TRequest, TResponse> Guarded<TRequest, TResponse>(Method<TRequest, TResponse> method)
        where TRequest : class
    {
        var read = method.RequestMarshaller.ContextualDeserializer;
        var marshaller = Marshallers.Create(method.RequestMarshaller.ContextualSerializer, Read);
        return new(method.Type, method.ServiceName, method.Name, marshaller, method.ResponseMarshaller);

        TRequest Read(DeserializationContext context)
        {
            try
            {
                return read(context);
            }
            catch (InvalidProtocolBufferException)
            {
                return Malformed.Instead<TRequest>();
            }
        }
    }
}
