using Classifier.Service.Tagging;
using Classifier.V1;
using Grpc.Core;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Classifier.Service.Admin;

/// <summary>What <see cref="GuardedBinding"/> is to the tagger.</summary>
internal static class GuardedAdminBinding
{
    public static ServiceDescriptor Descriptor => ModelAdmin.Descriptor;

    public static void BindService(ServiceBinderBase binder, ModelAdmin.ModelAdminBase? service) =>
        ModelAdmin.BindService(new GuardedBinder(binder), service!);
}
