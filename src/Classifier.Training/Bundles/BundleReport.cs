using System.Text.Json;
using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Terminal;

namespace Classifier.Training.Bundles;

/// <summary>Writes what a fresh bundle says of itself: golden rows, metrics, model card.</summary>
internal sealed class BundleReport(string folder, IProgressSink progress)
{
    private const int GoldenRows = 48;

    private readonly PassageClassifier _classifier = new(ModelBundle.Load(folder));

    /// <param name="rows">The corpus; its test split is what is reported.</param>
    /// <param name="passages">Further files of labelled passages to report on.</param>
    /// <param name="lines">Files of labelled lines to report the language identifier on.</param>
    public void Write(IReadOnlyList<CorpusRow> rows, IReadOnlyList<string> passages, IReadOnlyList<string> lines)
    {
        var test = rows.Where(r => r.Split == Splits.Test).ToList();
        WriteGolden(test.Count > 0 ? test : [.. rows]);
        var evaluations = passages
            .Select(p => Evaluate(Path.GetFileName(p), Checked(CorpusReader.Read(p))))
            .Prepend(Evaluate("the corpus's test split", test))
            .ToList();
        var languages = lines.Select(EvaluateLanguage).ToList();
        File.WriteAllText(Path.Combine(folder, BundleFiles.Metrics), Metrics(evaluations, languages));
        File.WriteAllText(
            Path.Combine(folder, BundleFiles.Card),
            new ModelCard(_classifier.Bundle.Manifest, evaluations, languages).Write());
    }

    private List<CorpusRow> Checked(List<CorpusRow> rows)
    {
        EvaluationRows.Check(rows, _classifier.Bundle.Taxonomy);
        return rows;
    }

    private CardEvaluation Evaluate(string name, List<CorpusRow> rows) =>
        new(name, CorpusStamp.Of(rows), PassageEvaluation.Run(_classifier, rows, progress));

    private CardLanguageEvaluation EvaluateLanguage(string path)
    {
        var rows = LanguageRows.Read(path);
        return new(
            Path.GetFileName(path),
            new(rows.Count, WeightHash.OfFile(path)),
            LanguageEvaluation.Run(_classifier, rows, progress));
    }

    /// <summary>A line for each set of rows: indented, the numbers would take twice the room.</summary>
    private static string Metrics(List<CardEvaluation> evaluations, List<CardLanguageEvaluation> languages)
    {
        JsonObject[] sets =
        [
            .. evaluations.Select(e => Entry(e.Data, e.Stamp, e.Reports.ToJson())),
            .. languages.Select(e => Entry(e.Data, e.Stamp, e.Reports.ToJson())),
        ];
        return $"[\n{string.Join(",\n", sets.Select(s => s.ToJsonString(CoreJson.Lines)))}\n]\n";
    }

    private static JsonObject Entry(string data, DataStamp stamp, JsonObject reports) => new()
    {
        ["data"] = data,
        ["rows"] = stamp.Rows,
        ["sha256"] = stamp.Sha256,
        ["reports"] = reports,
    };

    private void WriteGolden(List<CorpusRow> rows)
    {
        var step = Math.Max(1, rows.Count / GoldenRows);
        var golden = rows.Where((_, i) => i % step == 0).Take(GoldenRows)
            .Select(r => GoldenRow.Take(_classifier, r.Text, r.When));
        File.WriteAllLines(
            Path.Combine(folder, BundleFiles.Golden),
            golden.Select(g => JsonSerializer.Serialize(g, CoreJson.Lines)));
    }
}
