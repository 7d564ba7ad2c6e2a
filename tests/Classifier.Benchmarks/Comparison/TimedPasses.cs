namespace Classifier.Benchmarks.Comparison;

/// <summary>
/// How often an identifier is timed: the same rule for all, so that a fast one's median rests on many passes.
/// </summary>
internal static class TimedPasses
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);

    /// <summary>Repeats a pass as often as asked, and on until the passes have taken five seconds.</summary>
    /// <param name="passes">Least number of passes.</param>
    /// <param name="pass">Runs one and gives its processor time.</param>
    public static IReadOnlyList<TimeSpan> Of(int passes, Func<TimeSpan> pass)
    {
        var times = new List<TimeSpan>();
        var total = TimeSpan.Zero;
        while (times.Count < passes || total < Least)
        {
            times.Add(pass());
            total += times[^1];
        }

        return times;
    }
}
