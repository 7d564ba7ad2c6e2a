using System.Globalization;
using System.Text;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Bundles;

/// <summary>One evaluation that a model card reports.</summary>
/// <param name="Data">Name of the data.</param>
/// <param name="Stamp">Its rows and fingerprint.</param>
/// <param name="Reports">What came out.</param>
internal sealed record CardEvaluation(string Data, DataStamp Stamp, PassageEvaluation Reports);

/// <summary>One evaluation of the language identifier.</summary>
internal sealed record CardLanguageEvaluation(string Data, DataStamp Stamp, LanguageEvaluation Reports);

/// <summary>Writes MODEL_CARD.md, after Mitchell et al., "Model cards for model reporting", 2019.</summary>
internal sealed class ModelCard(
    BundleManifest manifest, IReadOnlyList<CardEvaluation> evaluations, IReadOnlyList<CardLanguageEvaluation> languages)
{
    private const int ShownMistakes = 15;

    private readonly StringBuilder _text = new();

    public string Write()
    {
        _text.Append(CultureInfo.InvariantCulture, $"# Model card: classifier bundle {manifest.Version}\n\n");
        _text.Append(ModelCardTexts.Purpose);
        AddTraining();
        foreach (var evaluation in evaluations)
        {
            AddEvaluation(evaluation);
        }

        foreach (var evaluation in languages)
        {
            AddLanguage(evaluation);
        }

        AddMistakes(evaluations[0]);
        _text.Append(ModelCardTexts.Sources);
        return _text.ToString();
    }

    private void AddTraining()
    {
        _text.Append("## Training\n\n| what | value |\n| --- | --- |\n");
        Row("weight hash", manifest.WeightHash);
        Row("training passages", $"{manifest.Corpus.Rows}, sha256 {manifest.Corpus.Sha256}");
        Row("language lines", $"{manifest.Language.Corpus.Rows}, sha256 {manifest.Language.Corpus.Sha256}");
        Row("lexicon", $"sha256 {manifest.LexiconSha256}");
        Row("recipe", $"sha256 {manifest.RecipeSha256}, seed {manifest.Seed}");
        Row("libraries", string.Join(", ", manifest.Libraries.Select(l => $"{l.Key} {l.Value}")));
        Row("machine", MachineName.Describe());
        Row("date", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        _text.Append("\nMade by `classifier train`; the same corpus, lexicon, recipe and seed give the same weight hash on x64 with AVX2.\n\n");
    }

    private void AddEvaluation(CardEvaluation evaluation)
    {
        _text.Append(CultureInfo.InvariantCulture, $"## Results on {evaluation.Data}\n\n{evaluation.Stamp.Rows} passages, sha256 {evaluation.Stamp.Sha256}. Macro f1-score over the labels that are true of a passage or given to one, micro in brackets; language found by the identifier itself.\n\n");
        var columns = Languages.Tagged.Select(l => l.Tag).Prepend(Slices.All)
            .Where(evaluation.Reports.Actors.ContainsKey).ToList();
        Head("family", columns);
        foreach (var (name, reports) in evaluation.Reports.Families)
        {
            Row([name.Replace('_', ' '), .. columns.Select(c =>
                reports.TryGetValue(c, out var r) ? $"{Show(r.Macro.F1)} ({Show(r.Micro.F1)})" : "-")]);
        }

        _text.Append('\n');
        Head("label", ["precision", "recall", "f1-score", "support"]);
        foreach (var (_, reports) in evaluation.Reports.Families.Skip(1).Take(3))
        {
            AddLabels(reports[Slices.All]);
        }

        _text.Append('\n');
        AddUncertainty(evaluation.Reports);
    }

    private void AddUncertainty(PassageEvaluation reports)
    {
        Head("macro f1-score", ["", "bootstrap 95%"]);
        foreach (var (name, byLanguage) in reports.Families.Skip(1))
        {
            var report = byLanguage[Slices.All];
            var (low, high) = report.Interval;
            Row(name.Replace('_', ' '), Show(report.Macro.F1), $"{Show(low)} to {Show(high)}");
        }

        _text.Append(CultureInfo.InvariantCulture, $"\nExpected calibration error: {CalibrationReport.Told(reports.Calibration)}.\n\n");
        Head("part", ["passages", .. ReportRows.KindColumns]);
        foreach (var (slice, rows, scores) in ReportRows.KindRows(reports))
        {
            Row([slice, $"{rows}", .. scores.Select(Show)]);
        }

        _text.Append('\n');
        AddEvidence(reports);
    }

    private void AddEvidence(PassageEvaluation reports)
    {
        if (reports.Evidence.Count == 0)
        {
            return;
        }

        _text.Append(ModelCardTexts.Evidence);
        Head("evidence of events", ReportRows.EvidenceColumns);
        foreach (var (slice, tags, scores) in ReportRows.EvidenceRows(reports))
        {
            Row([slice, $"{tags}", .. scores.Select(Show)]);
        }

        _text.Append('\n');
    }

    private void AddLabels(ClassificationReport report)
    {
        for (var i = 0; i < report.Labels.Count; i++)
        {
            var score = report[i];
            Row(report.Labels[i], Show(score.Precision), Show(score.Recall), Show(score.F1), $"{score.Support}");
        }
    }

    private void AddLanguage(CardLanguageEvaluation evaluation)
    {
        _text.Append(CultureInfo.InvariantCulture, $"## Language identification on {evaluation.Data}\n\n{evaluation.Stamp.Rows} lines, sha256 {evaluation.Stamp.Sha256}. Macro f1-score over the languages that the lines of a part are in.\n\n");
        Head("part", ["lines", "macro f1-score", "accuracy"]);
        foreach (var (part, report) in evaluation.Reports.Cuts.SelectMany(c => c.Parts)
            .Prepend((Slices.All, evaluation.Reports.All)))
        {
            Row(part, $"{report.Rows}", Show(report.Macro.F1), Show(report.Micro.F1));
        }

        _text.Append('\n');
        Head("other language", ["lines", "taken for one of ours", "for which"]);
        foreach (var neighbour in evaluation.Reports.Neighbours)
        {
            Row(neighbour.Iso, $"{neighbour.Lines}", $"{neighbour.Taken}", neighbour.Tags);
        }

        _text.Append('\n');
    }

    /// <summary>
    /// The most confident wrong labels with the words behind them, by id: the texts are in the corpus.
    /// </summary>
    private void AddMistakes(CardEvaluation evaluation)
    {
        _text.Append(CultureInfo.InvariantCulture, $"## Most confident mistakes on {evaluation.Data}\n\n");
        Head("passage", ["label given", "probability", "true labels", "words behind it"]);
        var wrong = evaluation.Reports.Answers
            .SelectMany(a => a.Tags.Actors.Select(t => (a.Row, t.Label, t.Score, t.Evidence, True: a.Row.Actors))
                .Concat(a.Tags.Events.Select(t => (a.Row, t.Label, t.Score, t.Evidence, True: a.Row.Events))))
            .Where(w => !w.True.Contains(w.Label))
            .OrderByDescending(w => w.Score)
            .Take(ShownMistakes);
        foreach (var (row, label, score, evidence, truth) in wrong)
        {
            var words = string.Join(" · ", evidence.Select(e => e.Span.Of(row.Text).ToString()));
            Row(row.Id, label, Show(score), truth.Count == 0 ? "none" : string.Join(", ", truth), words);
        }

        _text.Append('\n');
    }

    private void Head(string first, IReadOnlyList<string> columns)
    {
        _text.Append(CultureInfo.InvariantCulture, $"| {first} | {string.Join(" | ", columns)} |\n| --- |");
        _text.Insert(_text.Length, " ---: |", columns.Count).Append('\n');
    }

    private void Row(params IEnumerable<string> cells) =>
        _text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells.Select(MarkdownCell.Of))} |\n");

    private static string Show(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
