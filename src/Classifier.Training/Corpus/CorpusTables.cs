using System.Globalization;
using Classifier.Core.Language;
using Classifier.Core.Taxonomy;
using Spectre.Console;

namespace Classifier.Training.Corpus;

/// <summary>How often each label, genre, year and split occurs, and how many cues are marked, by language.</summary>
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

        void Sum(string name, Func<CorpusRow, int> count) => table.AddRow(
            [name, .. languages.Select(l => Total(rows.Where(r => r.Lang == l), count)), Total(rows, count)]);
        void Row(string name, Func<CorpusRow, bool> has) => Sum(name, r => has(r) ? 1 : 0);
        Row("all", _ => true);
        foreach (var split in Splits.All)
        {
            Row($"split {split}", r => r.Split == split);
        }

        Row("no actor", r => r.Actors.Count == 0);
        Row("two or more actors", r => r.Actors.Count > 1);
        Row("stances that differ", r => r.Stance.Values.Distinct().Count() > 1);
        Row("no event", r => r.Events.Count == 0);
        AddCues(Sum);
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

    /// <summary>Event types are counted once for each passage that has them.</summary>
    private static void AddCues(Action<string, Func<CorpusRow, int>> sum)
    {
        static int Cues(CorpusRow row) => row.Cues.Values.Sum(c => c.Count);
        static int Cued(CorpusRow row) => row.Events.Count(e => row.Cues.TryGetValue(e, out var c) && c.Count > 0);
        sum("passages with cues", r => Cues(r) > 0 ? 1 : 0);
        sum("event types with cues", Cued);
        sum("event types without cues", r => r.Events.Count - Cued(r));
        sum("cues", Cues);
        foreach (var split in Splits.All)
        {
            sum($"cues, split {split}", r => r.Split == split ? Cues(r) : 0);
        }
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

    private static string Total(IEnumerable<CorpusRow> rows, Func<CorpusRow, int> count) =>
        rows.Sum(count).ToString(CultureInfo.InvariantCulture);
}
