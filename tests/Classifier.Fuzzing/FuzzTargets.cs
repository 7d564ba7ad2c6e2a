using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Fuzzing;

/// <summary>The table of targets.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<string> Names { get; } = ["text", "proto", "zipped", "json", "bundle"];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="bundle">Folder of the bundle that answers, and whose files are damaged.</param>
    public static IFuzzTarget Create(string name, string bundle) => name switch
    {
        "text" => new TextTarget(Load(bundle)),
        "proto" => new ProtoTarget(Load(bundle), zipped: false),
        "zipped" => new ProtoTarget(Load(bundle), zipped: true),
        "json" => new JsonTarget(Load(bundle)),
        "bundle" => new BundleTarget(bundle),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such target."),
    };

    private static PassageClassifier Load(string bundle) => new(ModelBundle.Load(bundle));
}
