using System.Globalization;
using System.Text;

namespace Classifier.Benchmarks.Whole;

/// <summary>The whole path as Markdown.</summary>
internal sealed class WholePage
{
    private readonly StringBuilder _text = new("# The whole path\n\n");

    public WholePage(IReadOnlyList<(string Name, string Value)> facts) =>
        _text.AppendJoin('\n', facts.Select(f => $"- {f.Name}: {f.Value}")).Append('\n');

    public void AddContest(IReadOnlyList<Contender> contenders, double words)
    {
        _text.Append(CultureInfo.InvariantCulture, $"""

            ## Against others, one thread

            Processor time for a passage ({words:0.0} words on average), the medians of rounds in which all take turns. Classifier
            tells language, actors, events and stances; ML.NET and the reference tell neither language nor stance; fastText
            tells the likeliest actor. ML.NET is given every fortieth passage.

            | | µs a passage | fastest | slowest | times Classifier's |
            | --- | ---: | ---: | ---: | ---: |

            """);
        var own = Clock.Median(contenders[0].Microseconds);
        foreach (var c in contenders)
        {
            var median = Clock.Median(c.Microseconds);
            _text.Append(CultureInfo.InvariantCulture, $"| {c.Name} | {median:0.0} | {c.Microseconds.Min():0.0} | {c.Microseconds.Max():0.0} | {median / own:0.00} |\n");
        }
    }

    public void AddLengths(IReadOnlyList<(int Length, double Microseconds)> points)
    {
        var (start, slope, share) = Growth.Fit(points);
        _text.Append(CultureInfo.InvariantCulture, $"""

            ## By length

            Least squares: {start:0.00} µs + {slope * 100:0.00} µs for each 100 characters; R² {share:0.0000}.

            | characters | µs a passage | fit |
            | ---: | ---: | ---: |

            """);
        foreach (var (length, time) in points)
        {
            _text.Append(
                CultureInfo.InvariantCulture, $"| {length} | {time:0.00} | {start + (slope * length):0.00} |\n");
        }
    }

    public void AddRows(IReadOnlyList<(int Rows, double Microseconds, long Resident)> points)
    {
        _text.Append("\n## By number of passages, one thread\n\n| passages | µs a passage | resident after, MB |\n| ---: | ---: | ---: |\n");
        foreach (var (rows, time, resident) in points)
        {
            _text.Append(CultureInfo.InvariantCulture, $"| {rows:N0} | {time:0.0} | {resident / 1e6:0} |\n");
        }
    }

    public void AddCores(double one, double all, int cores) => _text.Append(
        CultureInfo.InvariantCulture, $"\n## All cores\n\n{one:N0} passages a second on one thread, {all:N0} on {cores}, by the clock on the wall.\n");

    public override string ToString() => _text.ToString();
}
