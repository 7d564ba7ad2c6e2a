using System.Globalization;

namespace Classifier.Fuzzing;

/// <summary>Tells what runs have tried and found, target by target and all together.</summary>
internal static class FuzzSummary
{
    public static IEnumerable<string> Lines(IReadOnlyList<(string Name, FuzzRun Run)> runs) =>
    [
        .. runs.Select(r => Line(r.Name, [r.Run])),
        Line("all", [.. runs.Select(r => r.Run)]),
    ];

    private static string Line(string name, IReadOnlyList<FuzzRun> runs)
    {
        var slowest = runs.Select(r => r.Slowest).DefaultIfEmpty().Max();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-8} {runs.Sum(r => r.Tried),12:N0} inputs, {runs.Sum(r => r.Findings.Count)} findings, "
                + $"slowest {slowest.TotalMilliseconds:F0} ms");
    }
}
