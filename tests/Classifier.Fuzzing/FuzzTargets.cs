using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Fuzzing;

/// <summary>The table of targets.</summary>
internal static class FuzzTargets
{
    private static readonly (string Name, bool DamagesBundle, Func<string, IFuzzTarget> Create)[] Table =
    [
        ("text", false, bundle => new TextTarget(new PassageClassifier(ModelBundle.Load(bundle)))),
        ("proto", false, bundle => new ProtoTarget(bundle, zipped: false)),
        ("zipped", false, bundle => new ProtoTarget(bundle, zipped: true)),
        ("json", false, bundle => new JsonTarget(bundle)),
        ("bundle", true, bundle => new BundleTarget(bundle)),
        ("load", true, bundle => new LoadTarget(bundle)),
        ("pointer", false, bundle => new PointerTarget(bundle)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(t => t.Name)];

    /// <summary>Whether a target damages files of its bundle, which should then be a small one.</summary>
    public static bool DamagesBundle(string name) => Find(name).DamagesBundle;

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="bundle">Folder of the bundle that answers, or whose files are damaged.</param>
    public static IFuzzTarget Create(string name, string bundle) => Find(name).Create(bundle);

    private static (string Name, bool DamagesBundle, Func<string, IFuzzTarget> Create) Find(string name) =>
        Table.Single(t => t.Name == name);
}
