using System.CommandLine;
using Classifier.Benchmarks.Comparison;
using Classifier.Training.Commands;
using Classifier.Training.Corpus;
using Classifier.Training.Terminal;

namespace Classifier.Benchmarks.Stages;

/// <summary><c>stages</c>: what each step of the path costs.</summary>
internal static class StagesCommand
{
    public const string Name = "stages";

    private static readonly Option<string> Data = MeasureOptions.Data();

    private static readonly Option<string?> Bundle = CommonOptions.Bundle();

    private static readonly Option<int> Rounds = MeasureOptions.Rounds("every passage");

    private static readonly Option<string?> Out = MeasureOptions.Out();

    public static Command Create()
    {
        var command = new Command(
            Name,
            $"""
            Times every stage of a passage's path on one thread, by language and length, and counts the bytes it allocates.

            Example: dotnet run -c Release --project tests/Classifier.Benchmarks -- {Name} --out tests/Classifier.Benchmarks/Results/stages.md
            """)
        {
            Data, Bundle, Rounds, Out,
        };
        command.SetAction(parsed => Runner.Run(() => Measure(parsed)));
        return command;
    }

    private static int Measure(ParseResult parsed)
    {
        var (data, rounds, load) = (parsed.GetValue(Data)!, parsed.GetValue(Rounds), RunFacts.Load());
        var rows = CorpusReader.Read(data);
        var classifier = CommonOptions.Load(parsed.GetValue(Bundle) ?? Bundles.Champion());
        var path = new StagedPath(classifier);
        using var step = new BarProgress().Begin("stages", 1);
        var times = new StageTimes(path, [.. rows.Select(r => r.Text)], rounds);
        step.Advance();
        var page = StagesPage.Write(
            [.. CorpusFacts.Of($"{Name} --out FILE", rows, classifier.Bundle, load),
                ("rounds", $"{rounds}; means over the passages' medians")],
            Groups(rows),
            times);
        MeasureOptions.Print(page, parsed.GetValue(Out));
        return ExitCodes.Success;
    }

    private static List<(StageGroup Group, IReadOnlyList<int> Passages)> Groups(List<CorpusRow> rows)
    {
        var words =
            rows.Select(r => r.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length).ToArray();
        return [.. StageGroup.All
            .Select(g => (
                g,
                (IReadOnlyList<int>)[.. Enumerable.Range(0, rows.Count).Where(i => g.Holds(rows[i].Lang, words[i]))]))
            .Where(g => g.Item2.Count > 0)];
    }
}
