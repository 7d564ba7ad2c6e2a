using Classifier.V1;
using Google.Api;
using Google.Protobuf.Reflection;

namespace Classifier.Service.Telemetry;

/// <summary>
/// The paths whose calls are traced. Others are left out: health for its number, and stray ones since a caller may have
/// put anything into them.
/// </summary>
internal static class TracedPaths
{
    private static readonly HashSet<string> Paths =
        [.. PassageTagger.Descriptor.Methods.SelectMany(Of).Where(p => p.Length > 0)];

    public static bool Contains(HttpContext context) => Paths.Contains(context.Request.Path.Value ?? "");

    private static IEnumerable<string> Of(MethodDescriptor method)
    {
        var rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);
        return [$"/{method.Service.FullName}/{method.Name}", rule?.Post ?? "", rule?.Get ?? ""];
    }
}
