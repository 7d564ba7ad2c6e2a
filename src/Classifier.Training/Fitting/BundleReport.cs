using System.Text.Json;
using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Terminal;

namespace Classifier.Training.Fitting;

/// <summary>Writes what a fresh bundle says of itself: golden rows, metrics, model card.</summary>
internal static class BundleReport
{
    private const int GoldenRows = 48;

    public static void Write(string folder, IReadOnlyList<CorpusRow> rows, IProgressSink progress)
    {
        var classifier = new PassageClassifier(ModelBundle.Load(folder));
        var test = rows.Where(r => r.Split == Splits.Test).ToList();
        WriteGolden(folder, classifier, test.Count > 0 ? test : [.. rows]);
        var metrics = new JsonObject
        {
            ["data"] = "models/corpus, split test",
            ["rows"] = test.Count,
            ["sha256"] = CorpusStamp.Of(test).Sha256,
            ["reports"] = PassageEvaluation.Run(classifier, test, progress).ToJson(),
        };
        File.WriteAllText(Path.Combine(folder, BundleFiles.Metrics), metrics.ToJsonString(CoreJson.Options) + "\n");
    }

    private static void WriteGolden(string folder, PassageClassifier classifier, List<CorpusRow> rows)
    {
        var step = Math.Max(1, rows.Count / GoldenRows);
        var golden = rows.Where((_, i) => i % step == 0).Take(GoldenRows)
            .Select(r => GoldenRow.Take(classifier, r.Text, r.Day));
        File.WriteAllLines(
            Path.Combine(folder, BundleFiles.Golden),
            golden.Select(g => JsonSerializer.Serialize(g, CoreJson.Lines)));
    }
}
