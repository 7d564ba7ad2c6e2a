using System.Globalization;
using System.Text.Json;
using Classifier.Core;

namespace Classifier.Benchmarks.Comparison;

/// <summary>
/// CLD3 compiled to WebAssembly, under Node.js; <c>cld3.mjs</c> beside this file runs it and takes the time itself, so
/// that starting, loading and reading are out of it.
/// </summary>
internal sealed class Cld3Identifier(string node, string npmFolder) : IIdentifier
{
    private const string Package = "cld3-asm";

    /// <summary>The program with the model inside.</summary>
    private readonly string _program =
        Path.Combine(npmFolder, "node_modules", Package, "dist", "cjs", "lib", "node", "cld3.js");

    public string Version =>
        $"npm {PackageVersions.Npm(_program)}, Node.js {string.Concat(Child.Run(node, ["--version"]))}";

    public long ModelBytes => new FileInfo(_program).Length;

    public Answers Identify(IReadOnlyList<string> texts, int passes)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Comparison", "cld3.mjs");
        string[] arguments = [script, Path.GetFullPath(npmFolder), passes.ToString(CultureInfo.InvariantCulture)];
        var lines = Child.Run(node, arguments, texts.Select(t => JsonSerializer.Serialize(t)));
        if (lines.Count != texts.Count + 1)
        {
            throw new ClassifierException(
                ErrorKind.FailedPrecondition, "PROGRAM_FAILED",
                $"CLD3 wrote {lines.Count} lines for {texts.Count} texts.");
        }

        var times = JsonSerializer.Deserialize<double[]>(lines[^1])!;
        return new([.. lines.SkipLast(1)], [.. times.Select(TimeSpan.FromMicroseconds)]);
    }
}
