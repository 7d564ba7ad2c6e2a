using System.Globalization;
using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Benchmarks.Comparison;

/// <summary>
/// fastText's lid.176 (Joulin et al., 2016) by fastText's own command line. <c>predict</c> answers; <c>test</c> is
/// timed, since it makes the same predictions and prints none of them. What <c>test</c> costs on an empty file, which
/// is starting and loading, is taken off.
/// </summary>
internal sealed class FastTextIdentifier(string program, string model) : IIdentifier
{
    private const string Prefix = "__label__";

    /// <summary>
    /// A label that the model knows: <c>test</c> passes over lines without, <c>predict</c> does not look.
    /// </summary>
    private const string AnyLabel = Prefix + "en ";

    /// <summary>Below, the difference of two runs is noise and would not add up to anything.</summary>
    private const int FewestTexts = 1000;

    public string Version { get; } =
        $"{Path.GetFileName(model)} ({Origin(model)}), fasttext {PackageVersions.Debian("fasttext")}";

    public long ModelBytes { get; } = new FileInfo(model).Length;

    public Answers Identify(IReadOnlyList<string> texts, int passes)
    {
        var folder = Directory.CreateTempSubdirectory("classifier-");
        try
        {
            var (all, none) = (Path.Combine(folder.FullName, "all.txt"), Path.Combine(folder.FullName, "none.txt"));
            File.WriteAllText(all, string.Concat(texts.Select(t => AnyLabel + t + '\n')));
            File.WriteAllText(none, "");
            return new(
                Predict(all, texts.Count),
                texts.Count < FewestTexts
                    ? [TimeSpan.Zero]
                    : TimedPasses.Of(passes, () => Test(all, texts.Count) - Test(none, 0)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private IReadOnlyList<string> Predict(string file, int texts)
    {
        var lines = Child.Run(program, ["predict", model, file, "1"]);
        return lines.Count == texts
            ? [.. lines.Select(l => l.Replace(Prefix, "", StringComparison.Ordinal))]
            : throw Answered(lines.Count, texts);
    }

    private TimeSpan Test(string file, int texts)
    {
        IReadOnlyList<string> lines = [];
        var time = ChildTime.Of(() => lines = Child.Run(program, ["test", model, file]));
        var tested = lines is [var first, ..] && first.StartsWith("N\t", StringComparison.Ordinal)
            ? int.Parse(first[2..], CultureInfo.InvariantCulture)
            : 0;
        return tested == texts ? time : throw Answered(tested, texts);
    }

    private static string Origin(string model) => PackageVersions.Npm(model) is { } package
        ? $"npm {package}"
        : $"sha256 {WeightHash.OfFile(model)[..8]}";

    private static ClassifierException Answered(int lines, int texts) =>
        new(ErrorKind.FailedPrecondition, "PROGRAM_FAILED", $"fastText answered {lines} of {texts} texts.");
}
