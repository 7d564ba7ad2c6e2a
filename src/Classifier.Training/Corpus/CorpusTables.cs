using System.Globalization;
using Classifier.Core.Language;
using Classifier.Core.Taxonomy;
using Spectre.Console;

namespace Classifier.Training.Corpus;

/// <summary>How often each label, genre, year and split occurs, by language.</summary>
internal static class CorpusTables
{
    private const int YearDigits = 4;

    public static Table Counts(IReadOnlyList<CorpusRow> rows, TaxonomyCatalog taxonomy)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("rows");
        var languages = Languages.Tagged.Select(l => l.Tag).ToList();
        foreach (var column in languages.Append("all"))
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        void Row(string name, Func<CorpusRow, bool> has) => table.AddRow(
            [name, .. languages.Select(l => Count(rows, r => r.Lang == l && has(r))), Count(rows, has)]);
        Row("all", _ => true);
        foreach (var split in Splits.All)
        {
            Row($"split {split}", r => r.Split == split);
        }

        Row("no actor", r => r.Actors.Count == 0);
        Row("two or more actors", r => r.Actors.Count > 1);
        Row("stances that differ", r => r.Stance.Values.Distinct().Count() > 1);
        Row("no event", r => r.Events.Count == 0);
        AddLabels(taxonomy, Row);
        foreach (var genre in Genres.All)
        {
            Row($"genre {genre}", r => r.Genre == genre);
        }

        foreach (var year in rows.Select(Year).Distinct().Order(StringComparer.Ordinal))
        {
            Row($"year {year}", r => Year(r) == year);
        }

        return table;
    }

    private static void AddLabels(TaxonomyCatalog taxonomy, Action<string, Func<CorpusRow, bool>> row)
    {
        foreach (var actor in taxonomy.ActorIds)
        {
            row($"actor {actor}", r => r.Actors.Contains(actor));
            foreach (var stance in taxonomy.StanceIds)
            {
                row($"  {stance}", r => r.Stance.TryGetValue(actor, out var s) && s == stance);
            }
        }

        foreach (var name in taxonomy.EventIds)
        {
            row($"event {name}", r => r.Events.Contains(name));
        }
    }

    private static string Year(CorpusRow row) =>
        row.Date is { Length: >= YearDigits } date && date[..YearDigits].All(char.IsAsciiDigit)
            ? date[..YearDigits]
            : "none";

    private static string Count(IReadOnlyList<CorpusRow> rows, Func<CorpusRow, bool> has) =>
        rows.Count(has).ToString(CultureInfo.InvariantCulture);
}
