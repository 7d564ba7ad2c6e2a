using System.Globalization;
using System.Text;

namespace Classifier.Benchmarks.Stages;

/// <summary>The stages as Markdown.</summary>
internal static class StagesPage
{
    private static readonly IReadOnlyList<(Stage Stage, string Name)> Columns =
    [
        (Stage.Normalise, "normalise"), (Stage.Identify, "identify"), (Stage.Words, "words"),
        (Stage.Lexicon, "lexicon"),
        (Stage.Features, "features"), (Stage.Score, "score"), (Stage.Stance, "stance"),
        (Stage.Whole, "whole path"), (Stage.WholeWithEvidence, "with evidence"),
    ];

    public static string Write(
        IReadOnlyList<(string Name, string Value)> facts,
        IReadOnlyList<(StageGroup Group, IReadOnlyList<int> Passages)> groups, StageTimes times)
    {
        var text = new StringBuilder("# Stages of a passage's path\n\n");
        text.AppendJoin('\n', facts.Select(f => $"- {f.Name}: {f.Value}")).Append('\n');
        text.Append("""

            Each passage takes the stages one by one with buffers of their own, then the whole path twice with others, without and
            with evidence. The three drive each other out of the caches, so the numbers are above those of a run of nothing but
            whole paths (whole.md); how the stages compare is what they are for.

            """);
        Table(text, "Microseconds for a passage, one thread", groups, (s, p) => times.Microseconds(s, p), "0.00");
        Table(text, "Bytes allocated for a passage", groups, (s, p) => times.Bytes(s, p), "0");
        return text.ToString();
    }

    private static void Table(
        StringBuilder text,
        string title,
        IReadOnlyList<(StageGroup Group, IReadOnlyList<int> Passages)> groups,
        Func<Stage, IReadOnlyList<int>, double> value,
        string format)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## {title}\n\n| | passages | {string.Join(" | ", Columns.Select(c => c.Name))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| --- | ---: |{string.Concat(Columns.Select(_ => " ---: |"))}\n");
        foreach (var (group, passages) in groups)
        {
            var cells = Columns.Select(c => value(c.Stage, passages).ToString(format, CultureInfo.InvariantCulture));
            text.Append(
                CultureInfo.InvariantCulture, $"| {group.Name} | {passages.Count} | {string.Join(" | ", cells)} |\n");
        }
    }
}
