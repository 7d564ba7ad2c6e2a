using Classifier.V1;
using Grpc.Core;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Classifier.Service.Tagging;

/// <summary>
/// Binds the RPCs as the generated code does, but with a say in what happens to bytes that are no message: gRPC alone
/// answers UNKNOWN to them, before any interceptor hears of it.
/// </summary>
internal static class GuardedBinding
{
    /// <summary>JSON transcoding looks for it beside <see cref="BindService"/>.</summary>
    public static ServiceDescriptor Descriptor => PassageTagger.Descriptor;

    public static void BindService(ServiceBinderBase binder, PassageTagger.PassageTaggerBase? service) =>
        PassageTagger.BindService(new GuardedBinder(binder), service!);
}
