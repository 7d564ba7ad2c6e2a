using System.Globalization;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Training.Bundles;

namespace Classifier.Benchmarks.Comparison;

/// <summary>What a number must be read with: when, where, and from what it comes.</summary>
internal static class RunFacts
{
    private const string LoadFile = "/proc/loadavg";

    /// <param name="data">The file of rows.</param>
    /// <param name="rows">How many it has.</param>
    /// <param name="passes">Timed passes.</param>
    /// <param name="loadBefore"><see cref="Load"/> before the run.</param>
    public static IReadOnlyList<(string Name, string Value)> Of(string data, int rows, int passes, string loadBefore) =>
    [
        ("written by", "`dotnet run -c Release --project tests/Classifier.Benchmarks -- languages --data FILE --npm DIR --out FILE`"),
        ("date", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("machine", $"{MachineName.Describe()}; load average {loadBefore} before, {Load()} after"),
        ("commit", Commit()),
        ("data", string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(data)}, {rows:N0} rows, sha256 {WeightHash.OfFile(data)}")),
        ("timed passes", $"at least {passes}, and as many more as take five seconds of processor time"),
    ];

    /// <summary>Programs that wanted a processor over the last minute, on average.</summary>
    public static string Load() => File.Exists(LoadFile) ? File.ReadAllText(LoadFile).Split(' ')[0] : "unknown";

    /// <summary>The commit that the program was built from, marked where files differ from it.</summary>
    public static string Commit()
    {
        try
        {
            return string.Concat(Child.Run(
                "git", ["-C", AppContext.BaseDirectory, "describe", "--always", "--dirty", "--exclude", "*"]));
        }
        catch (ClassifierException)
        {
            return "unknown";
        }
    }
}
