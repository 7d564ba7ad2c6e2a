using Classifier.Core;

namespace Classifier.Benchmarks.Whole;

/// <summary>One that is timed: its name, and its processor time for a number of passages.</summary>
internal sealed record Contender(string Name, int Passages, Func<TimeSpan> Time)
{
    public List<double> Microseconds { get; } = [];
}

/// <summary>Times all contenders in turns, so that what else the machine does falls on all alike.</summary>
internal sealed class WholeContest(IReadOnlyList<Contender> contenders)
{
    public IReadOnlyList<Contender> Run(int rounds)
    {
        foreach (var contender in contenders)
        {
            contender.Time();
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                contender.Microseconds.Add(contender.Time().TotalMicroseconds / contender.Passages);
            }
        }

        return contenders;
    }

    public static Func<TimeSpan> Tagging(
        PassageClassifier classifier, IReadOnlyList<string> texts, TagOptions options) => () => Clock.Of(() =>
    {
        foreach (var text in texts)
        {
            classifier.Tag(text, options);
        }
    });
}
