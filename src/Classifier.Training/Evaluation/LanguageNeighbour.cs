using System.Text.Json.Nodes;
using Classifier.Core.Language;

namespace Classifier.Training.Evaluation;

/// <summary>What became of the lines in one language that is none of the tagged ones.</summary>
/// <param name="Iso">ISO 639-3; <see cref="Unknown"/> where the lines name none.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="TakenFor">How many were taken for each tagged language, the most first.</param>
internal sealed record LanguageNeighbour(string Iso, int Lines, IReadOnlyList<(string Tag, int Lines)> TakenFor)
{
    public const string Unknown = "?";

    /// <summary>False accepts.</summary>
    public int Taken => TakenFor.Sum(t => t.Lines);

    /// <summary>Part of the lines, 0 to 1.</summary>
    public double Share => Lines == 0 ? 0 : (double)Taken / Lines;

    /// <summary>The tags with their lines, as <c>kmr 3, ckb 1</c>; empty where none was taken.</summary>
    public string Tags => string.Join(", ", TakenFor.Select(t => $"{t.Tag} {t.Lines}"));

    /// <summary>All neighbours in some lines, the worst share first.</summary>
    /// <param name="lines">Lines with their answers.</param>
    public static IReadOnlyList<LanguageNeighbour> Of(IEnumerable<(LanguageRow Row, string Answer)> lines) =>
    [
        .. lines.Where(l => l.Row.Lang == Languages.Undetermined)
            .GroupBy(l => l.Row.Iso ?? Unknown, l => l.Answer, StringComparer.Ordinal)
            .Select(g => Count(g.Key, [.. g]))
            .OrderByDescending(n => n.Share).ThenByDescending(n => n.Lines).ThenBy(n => n.Iso, StringComparer.Ordinal),
    ];

    /// <summary>All of some neighbours as one.</summary>
    public static LanguageNeighbour Sum(string name, IReadOnlyList<LanguageNeighbour> neighbours) => new(
        name,
        neighbours.Sum(n => n.Lines),
        Ordered(
            neighbours.SelectMany(n => n.TakenFor).GroupBy(t => t.Tag, t => t.Lines).Select(g => (g.Key, g.Sum()))));

    public JsonObject ToJson() => new()
    {
        ["lines"] = Lines,
        ["taken"] = Taken,
        ["share"] = Math.Round(Share, 4),
        ["taken_for"] = new JsonObject(TakenFor.Select(t => KeyValuePair.Create<string, JsonNode?>(t.Tag, t.Lines))),
    };

    private static LanguageNeighbour Count(string iso, IReadOnlyList<string> answers) => new(
        iso, answers.Count, Ordered(answers.Where(Languages.IsTagged).GroupBy(a => a).Select(g => (g.Key, g.Count()))));

    private static List<(string Tag, int Lines)> Ordered(IEnumerable<(string Tag, int Lines)> taken) =>
        [.. taken.OrderByDescending(t => t.Lines).ThenBy(t => Languages.IndexOf(t.Tag))];
}
