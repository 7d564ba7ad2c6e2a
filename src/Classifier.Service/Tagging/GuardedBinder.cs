using Google.Protobuf;
using Grpc.Core;

namespace Classifier.Service.Tagging;

/// <summary>Hands methods on, with deserializers that refuse broken bytes as bad arguments.</summary>
internal sealed class GuardedBinder(ServiceBinderBase inner) : ServiceBinderBase
{
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
        inner.AddMethod(Guarded(method, () => throw StatusMapper.ToRpc(Malformed.Error("request"))), handler!);

    /// <summary>The next message of a stream starts in its own frame, so a broken one only loses itself.</summary>
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
        inner.AddMethod(Guarded(method, Malformed.Instead<TRequest>), handler!);

    private static Method<TRequest, TResponse> Guarded<TRequest, TResponse>(
        Method<TRequest, TResponse> method, Func<TRequest> instead)
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
                return instead();
            }
        }
    }
}
