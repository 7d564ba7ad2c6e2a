using System.Text.Json;
using Classifier.Core.Taxonomy;

namespace Classifier.Training.Corpus;

/// <summary>Checks a whole corpus: every row by itself, then ids, groups, and wording that recurs.</summary>
internal sealed class CorpusValidator(TaxonomyCatalog taxonomy)
{
    private readonly List<CorpusFinding> _findings = [];
    private readonly List<PlacedRow> _rows = [];

    public IReadOnlyList<CorpusFinding> Findings => _findings;

    /// <summary>The rows that could be read.</summary>
    public IReadOnlyList<PlacedRow> Rows => _rows;

    public void Check(IEnumerable<(string File, int Line, string Text)> lines)
    {
        var rules = new RowRules(taxonomy);
        foreach (var (file, line, text) in lines)
        {
            try
            {
                var row = CorpusReader.Parse(text);
                _rows.Add(new(file, line, row));
                _findings.AddRange(CorpusFields.All.Losses(text, CorpusFields.Labels).Concat(rules.Check(row))
                    .Select(m => new CorpusFinding(file, line, $"{row.Id}: {m}")));
            }
            catch (JsonException e)
            {
                _findings.Add(new(file, line, $"is not a labelled passage: {e.Message}"));
            }
        }

        CheckIds();
        CheckGroups();
        CheckWording();
    }

    private void CheckIds()
    {
        foreach (var same in _rows.GroupBy(r => r.Row.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            foreach (var row in same.Skip(1))
            {
                Add(row, $"id is that of {Place(same.First())}; ids are used once");
            }
        }
    }

    private void CheckGroups()
    {
        var groups = _rows
            .Where(r => !string.IsNullOrEmpty(r.Row.Group) && r.Row.Split is not null)
            .GroupBy(r => r.Row.Group, StringComparer.Ordinal);
        foreach (var group in groups.Where(g => g.DistinctBy(r => r.Row.Split).Count() > 1))
        {
            var odd = group.First(r => r.Row.Split != group.First().Row.Split);
            Add(odd, $"group {group.Key} straddles splits {group.First().Row.Split} and {odd.Row.Split}; a group lies in one");
        }
    }

    private void CheckWording()
    {
        foreach (var pair in NearDuplicates.Find([.. _rows.Select(r => r.Row.Text)]))
        {
            var (first, second) = (_rows[pair.First], _rows[pair.Second]);
            var across = first.Row.Split == second.Row.Split
                ? ""
                : $", across splits {first.Row.Split} and {second.Row.Split}";
            Add(second, pair.Similarity >= 1
                ? $"text is that of {first.Row.Id} ({Place(first)}){across}"
                : $"text shares {pair.Similarity:0%} of its wording with {first.Row.Id} ({Place(first)}){across}; at "
                    + $"most {NearDuplicates.Threshold:0%} is allowed");
        }
    }

    private void Add(PlacedRow row, string message) =>
        _findings.Add(new(row.File, row.Line, $"{row.Row.Id}: {message}"));

    private static string Place(PlacedRow row) => $"{Path.GetFileName(row.File)}:{row.Line}";
}
