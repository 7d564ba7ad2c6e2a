using System.Diagnostics;

namespace Classifier.Fuzzing;

/// <summary>An input that was not taken as it should be.</summary>
/// <param name="Input">Its bytes.</param>
/// <param name="Problem">What happened.</param>
internal sealed record Finding(byte[] Input, string Problem);

/// <summary>Feeds a target with its seeds, then with damaged ones, until it has had enough.</summary>
/// <param name="target">Takes them.</param>
/// <param name="seed">Where the damage begins.</param>
/// <param name="patience">What takes longer never ends, and ends the run; a minute where it is left out.</param>
internal sealed class FuzzRun(IFuzzTarget target, int seed, TimeSpan? patience = null)
{
    /// <summary>More of them say nothing new.</summary>
    private const int MostFindings = 20;

    /// <summary>How often a slow input is fed again.</summary>
    private const int Repeats = 5;

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromMinutes(1);
    private readonly Mutator _mutator = new(seed);
    private readonly List<Finding> _findings = [];
    private bool _hangs;

    /// <summary>What takes longer, every time, hangs.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(1);

    public long Tried { get; private set; }

    /// <summary>How long the slowest input took.</summary>
    public TimeSpan Slowest { get; private set; }

    public IReadOnlyList<Finding> Findings => _findings;

    /// <param name="enough">Asked before each input.</param>
    /// <param name="limit">Inputs that take longer each time that they are fed are findings.</param>
    public async Task RunAsync(Func<bool> enough, TimeSpan limit)
    {
        while (!_hangs && _findings.Count < MostFindings && !enough())
        {
            var input = Tried < target.Seeds.Count ? target.Seeds[(int)Tried] : _mutator.Next(target.Seeds);
            var time = await TryAsync(input);

            if (!_hangs && time > limit && await FastestAsync(input) is var again && again > limit)
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
        var trying = Task.Run(() => target.TryAsync(input));
        try
        {
            await trying.WaitAsync(_patience);
        }
        catch (TimeoutException) when (!trying.IsCompleted)
        {
            _hangs = true;
            _findings.Add(new(input, $"It has not ended after {_patience.TotalSeconds} s."));
        }
        catch (Exception e)
        {
            _findings.Add(new(input, $"{e}"));
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
