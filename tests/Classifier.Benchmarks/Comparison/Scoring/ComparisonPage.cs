using System.Globalization;
using System.Text;
using Classifier.Training.Evaluation;

namespace Classifier.Benchmarks.Comparison.Scoring;

/// <summary>The outcome as Markdown; numbers only, no text of the data.</summary>
/// <param name="facts">Where the numbers come from: name and value.</param>
/// <param name="absent">A line for each identifier that is left out.</param>
/// <param name="standings">This project's first.</param>
internal sealed class ComparisonPage(
    IReadOnlyList<(string Name, string Value)> facts, IReadOnlyList<string> absent, IReadOnlyList<Standing> standings)
{
    private readonly StringBuilder _text = new();

    public string Write()
    {
        _text.Append("# Language identifiers on the same rows\n\n");
        _text.AppendJoin('\n', facts.Select(f => $"- {f.Name}: {f.Value}")).Append('\n');
        _text.Append(string.Concat(absent.Select(a => $"\n{a}\n")));
        foreach (var kind in LanguageCuts.KindNames)
        {
            WriteF1(kind);
        }

        WriteNeighbours();
        WriteSpeed();
        return _text.ToString();
    }

    private void WriteF1(string kind)
    {
        Begin(
            string.Create(CultureInfo.InvariantCulture, $"F1-score on {kind} ({standings[0].Scores.Rows(kind):N0})"),
            "The macro average goes over the tags that rows of this kind carry.",
            ["macro", .. LanguageScores.Tags]);
        foreach (var standing in standings)
        {
            var byTag = LanguageScores.Tags.Select(t => standing.Scores.F1(kind, t));
            Row(standing, byTag.Prepend(standing.Scores.MacroF1(kind)).Select(Show));
        }
    }

    private void WriteNeighbours()
    {
        Begin(
            "False accepts", "Sentences of a neighbour that were taken for one of ours.",
            NeighbourGroups.All.Select(g =>
                string.Create(CultureInfo.InvariantCulture, $"{g.Name} ({standings[0].Scores.Accepts(g).Lines:N0})")));
        foreach (var standing in standings)
        {
            Row(standing, NeighbourGroups.All.Select(g => standing.Scores.Accepts(g)).Select(a => a.Lines == 0
                ? "no rows"
                : string.Create(CultureInfo.InvariantCulture, $"{100.0 * a.Taken / a.Lines:0.0}% ({a.Taken})")));
        }
    }

    private void WriteSpeed()
    {
        Begin(
            "Speed and size",
            """
            Texts per second of processor time, one thread, the median of the passes (slowest to fastest); processor time, since
            it does not count what other programs take of the machine. Classifier and Lingua run in this process, CLD3 times
            itself inside Node.js, all three loaded beforehand and warmed up for three seconds. fastText, which is compiled, is
            timed by its command `test`, which predicts without printing, less what that takes on an empty file. Size is that of
            the model's files; CLD3's holds the program.
            """,
            ["texts/s", "range", "times Classifier's time", "model, MB", "version"]);
        foreach (var standing in standings)
        {
            Row(standing, [.. Speeds(standing.Speed), Tenths(standing.ModelBytes / 1e6), standing.Version]);
        }
    }

    private IEnumerable<string> Speeds(Speed? speed) => speed is { } s && standings[0].Speed is { } own
        ? [Whole(s.Median), $"{Whole(s.Slowest)} to {Whole(s.Fastest)}", Tenths(own.Median / s.Median)]
        : Enumerable.Repeat("too few rows", 3);

    private void Begin(string title, string explanation, IEnumerable<string> columns)
    {
        var names = columns.ToList();
        _text.Append(
            CultureInfo.InvariantCulture,
            $"\n## {title}\n\n{explanation.TrimEnd()}\n\n| | {string.Join(" | ", names)} |\n");
        _text.Append(CultureInfo.InvariantCulture, $"| --- |{string.Concat(names.Select(_ => " ---: |"))}\n");
    }

    private void Row(Standing standing, IEnumerable<string> cells) =>
        _text.Append(CultureInfo.InvariantCulture, $"| {standing.Name} | {string.Join(" | ", cells)} |\n");

    private static string Show(double? score) => score?.ToString("0.000", CultureInfo.InvariantCulture) ?? "no rows";

    private static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Tenths(double number) => number.ToString("N1", CultureInfo.InvariantCulture);
}
