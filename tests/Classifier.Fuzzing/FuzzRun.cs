using System.Diagnostics;

namespace Classifier.Fuzzing;

/// <summary>An input that was not taken as it should be.</summary>
/// <param name="Input">Its bytes.</param>
/// <param name="Problem">What happened.</param>
internal sealed record Finding(byte[] Input, string Problem);

/// <summary>Feeds a target with damaged inputs until it has had enough.</summary>
internal sealed class FuzzRun(IFuzzTarget target, int seed)
{
    /// <summary>More of them say nothing new.</summary>
    private const int MostFindings = 20;

    /// <summary>How often a slow input is fed again.</summary>
    private const int Repeats = 5;

    private readonly Mutator _mutator = new(seed);
    private readonly List<Finding> _findings = [];

    public long Tried { get; private set; }

    /// <summary>How long the slowest input took.</summary>
    public TimeSpan Slowest { get; private set; }

    public IReadOnlyList<Finding> Findings => _findings;

    /// <param name="enough">Asked before each input.</param>
    /// <param name="limit">Inputs that take longer are findings; null where time is of no matter.</param>
    public async Task RunAsync(Func<bool> enough, TimeSpan? limit)
    {
        while (!enough() && _findings.Count < MostFindings)
        {
            var input = _mutator.Next(target.Seeds);
            var time = await TryAsync(input);

            if (time > limit && await FastestAsync(input) is var again && again > limit)
            {
                _findings.Add(new(
                    input, $"It took {time.TotalMilliseconds:F0} ms, then {again.TotalMilliseconds:F0} ms at best."));
            }

            Slowest = time > Slowest ? time : Slowest;
            Tried++;
        }
    }

    /// <summary>A machine that was busy elsewhere is no finding: what is slow is slow again.</summary>
    private async Task<TimeSpan> FastestAsync(byte[] input)
    {
        var fastest = TimeSpan.MaxValue;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var time = await TryAsync(input);
            fastest = time < fastest ? time : fastest;
        }

        return fastest;
    }

    /// <summary>Feeds one input.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> TryAsync(byte[] input)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await target.TryAsync(input);
        }
        catch (Exception e)
        {
            _findings.Add(new(input, $"{e}"));
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
