using System.Text.Json.Nodes;

namespace Classifier.Training.Evaluation;

/// <summary>Precision, recall, f1-score and support of a label or an average.</summary>
internal readonly record struct Score(double Precision, double Recall, double F1, int Support)
{
    /// <summary>From counts; a ratio whose denominator is 0 is 0, as scikit-learn's zero_division=0.</summary>
    public static Score Of(Tally tally)
    {
        var precision = Ratio(tally.Hits, tally.Given);
        var recall = Ratio(tally.Hits, tally.True);
        return new(precision, recall, Ratio(2 * tally.Hits, tally.Given + tally.True), tally.True);
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>Counts of one label: rightly given, given, true.</summary>
internal readonly record struct Tally(int Hits, int Given, int True)
{
    /// <summary>Whether a macro average has the label in it.</summary>
    public bool Counts(bool onlyTrue) => onlyTrue ? True > 0 : Given + True > 0;

    public static Tally operator +(Tally a, Tally b) => new(a.Hits + b.Hits, a.Given + b.Given, a.True + b.True);
}

/// <summary>
/// What scikit-learn's <c>classification_report</c> tells, counted over rows that carry sets of labels. Macro averages
/// go over the labels that occur, in the truth or in the answers.
/// </summary>
/// <param name="labels">All labels, in the order of the report.</param>
/// <param name="onlyTrue">
/// Macro averages go over the labels of the truth alone. For data that lacks whole labels by design, where one stray
/// answer would else count as a label with an f1-score of 0.
/// </param>
internal sealed class ClassificationReport(IReadOnlyList<string> labels, bool onlyTrue = false)
{
    private readonly Tally[] _tallies = new Tally[labels.Count];
    private readonly RowTallies _rows = new(labels.Count, onlyTrue);

    public IReadOnlyList<string> Labels { get; } = labels;

    public int Rows => _rows.Rows;

    /// <summary>The middle 95% of macro f1-scores over resampled rows.</summary>
    public (double Low, double High) Interval => Bootstrap.Interval(_rows);

    /// <summary>Counts one row.</summary>
    public void Add(IReadOnlyCollection<string> truth, IReadOnlyCollection<string> given)
    {
        var row = _rows.Add([(truth, given)], Labels);
        for (var i = 0; i < row.Length; i++)
        {
            _tallies[i] += row[i];
        }
    }

    /// <summary>Whether any row has a label in truth or answers; the scores of others tell nothing.</summary>
    public bool Occurs(int label) => _tallies[label].Counts(onlyTrue: false);

    public Score this[int label] => Score.Of(_tallies[label]);

    public Score Micro => Score.Of(_tallies.Aggregate((a, b) => a + b));

    public Score Macro => Average(_ => 1);

    public Score Weighted => Average(t => t.True);

    /// <summary>The <c>output_dict=True</c> shape of scikit-learn.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        for (var i = 0; i < Labels.Count; i++)
        {
            json[Labels[i]] = ToJson(this[i]);
        }

        json["micro avg"] = ToJson(Micro);
        json["macro avg"] = ToJson(Macro);
        json["weighted avg"] = ToJson(Weighted);
        return json;
    }

    private Score Average(Func<Tally, int> weight)
    {
        var present = _tallies.Where(t => t.Counts(onlyTrue)).ToList();
        var total = Math.Max(1, present.Sum(weight));
        double Mean(Func<Score, double> part) => present.Sum(t => weight(t) * part(Score.Of(t))) / total;
        return new(Mean(s => s.Precision), Mean(s => s.Recall), Mean(s => s.F1), _tallies.Sum(t => t.True));
    }

    private static JsonObject ToJson(Score score) => new()
    {
        ["precision"] = Math.Round(score.Precision, 4),
        ["recall"] = Math.Round(score.Recall, 4),
        ["f1-score"] = Math.Round(score.F1, 4),
        ["support"] = score.Support,
    };
}
