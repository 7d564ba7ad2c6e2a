using Classifier.V1;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Classifier.Fuzzing;

/// <summary>All that the service can be called for, as its contract says.</summary>
internal static class FuzzMethods
{
    public static IReadOnlyList<MethodDescriptor> Grpc { get; } =
        [.. PassageTagger.Descriptor.Methods, .. ModelAdmin.Descriptor.Methods];

    /// <summary>Those that REST has as well.</summary>
    public static IReadOnlyList<MethodDescriptor> Rest { get; } = [.. Grpc.Where(m => RuleOf(m) is not null)];

    /// <summary>Verb and path over REST; null where there are none.</summary>
    public static HttpRule? RuleOf(MethodDescriptor method) =>
        method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);

    /// <summary>Sound inputs: every request to its own method, and one of each kind to every other method.</summary>
    /// <param name="methods">What there is to choose from.</param>
    /// <param name="write">Writes a request.</param>
    public static IEnumerable<byte[]> Seeds(
        IReadOnlyList<MethodDescriptor> methods, Func<IMessage, byte[]> write)
    {
        var strangers = FuzzSeeds.Requests.DistinctBy(r => r.Descriptor).ToList();
        return methods.SelectMany((method, choice) => FuzzSeeds.Requests
            .Where(r => r.Descriptor == method.InputType || strangers.Contains(r))
            .Select(r => Choice.Join(choice, write(r))));
    }
}
