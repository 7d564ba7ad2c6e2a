using System.Globalization;
using System.Text;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Comparison;

/// <summary>Data that contestants are judged on.</summary>
internal sealed record ContestData(string Name, DataStamp Stamp);

/// <summary>
/// The outcome as a Markdown table for each data set: macro f1-score by family, over all rows and by language. A star
/// marks a difference from the first contestant that the paired bootstrap (95%) does not explain by chance.
/// </summary>
internal static class ContestTable
{
    public static string Write(ContestData data, IReadOnlyList<(string Name, ContestScores Scores)> results)
    {
        string[] columns =
            [Slices.All, .. Languages.Tagged.Select(l => l.Tag).Where(l => results[0].Scores["actors", l] is not null)];
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"On {data.Name} ({data.Stamp.Rows} passages, sha256 {data.Stamp.Sha256[..8]}), macro f1-score, language and ");
        text.Append("for stance the actor given; bold is that of all languages, with a star where it differs from the ");
        text.Append("first row beyond chance (paired bootstrap, 95%):\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", ContestScores.Families.Select(f => $"{f} ({string.Join(' ', columns)})"))} |\n| --- | --- | --- | --- |\n");
        foreach (var (name, scores) in results)
        {
            var cells = ContestScores.Families.Select(
                f => string.Join(' ', columns.Select(c => Cell(scores[f, c], results[0].Scores[f, c], c))));
            text.Append(CultureInfo.InvariantCulture, $"| {MarkdownCell.Of(name)} | {string.Join(" | ", cells)} |\n");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>
    /// Whether a difference is more than chance is asked over all languages only; one alone has few rows.
    /// </summary>
    private static string Cell(RowTallies? own, RowTallies? first, string column)
    {
        if (own is null || first is null)
        {
            return "-";
        }

        var score = own.MacroF1().ToString("0.000", CultureInfo.InvariantCulture);
        if (column != Slices.All || ReferenceEquals(own, first))
        {
            return score;
        }

        var (low, high) = Bootstrap.Difference(own, first);
        return low > 0 || high < 0 ? $"**{score}\\***" : $"**{score}**";
    }
}
