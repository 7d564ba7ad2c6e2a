using Classifier.Core.Features;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Classifier.Core.Tests.Models;

/// <summary>ML.NET's own answers, through Transform on its own model files.</summary>
internal static class Oracle
{
    /// <summary>Features with each bucket once, in rising order.</summary>
    public static VBuffer<float> Vector(FeatureList features, int size)
    {
        var sums = new SortedDictionary<int, float>();
        for (var i = 0; i < features.Count; i++)
        {
            sums[features.Buckets[i]] = sums.GetValueOrDefault(features.Buckets[i]) + features.Values[i];
        }

        return new(size, sums.Count, [.. sums.Values], [.. sums.Keys]);
    }

    /// <summary>For each row the probabilities of all labels of a chain of binary models.</summary>
    public static float[][] Probabilities(string path, IReadOnlyList<string> labels, VBuffer<float>[] rows)
    {
        var scored = Transform(path, rows);
        var columns = labels.Select(label => scored.GetColumn<float>($"{label}.Probability").ToArray()).ToArray();
        return [.. rows.Select((_, row) => columns.Select(c => c[row]).ToArray())];
    }

    /// <summary>For each row the probabilities of all classes of a multiclass model.</summary>
    public static float[][] Scores(string path, VBuffer<float>[] rows) =>
        [.. Transform(path, rows).GetColumn<VBuffer<float>>("Score").Select(s => s.DenseValues().ToArray())];

    /// <summary>For each row the log-odds of all labels, before calibrators.</summary>
    public static float[][] LogOdds(string path, IReadOnlyList<string> labels, VBuffer<float>[] rows)
    {
        var (ml, odds) = (new MLContext(0), new List<string>());
        var view = View(ml, rows, nameof(Row.Features));
        foreach (var part in (IEnumerable<ITransformer>)ml.Model.Load(path, out _))
        {
            view = part.Transform(view);
            if (odds.Count < labels.Count
                && view.Schema.GetColumnOrNull($"{labels[odds.Count]}.Probability") is not null)
            {
                odds.Add($"{labels[odds.Count]}.Odds");
                view = ml.Transforms.CopyColumns(odds[^1], "Score").Fit(view).Transform(view);
            }
        }

        return Together(ml, view, odds);
    }

    /// <summary>
    /// For each row, a word, how much each label listens to it, and behind all how it votes: by the events' file and,
    /// over its sums, by that of votes.
    /// </summary>
    public static float[][] Votes(string path, string votes, IReadOnlyList<string> labels, VBuffer<float>[] rows)
    {
        var ml = new MLContext(0);
        var sums = Transform(path, rows).GetColumn<VBuffer<float>>("Sums")
            .Select(s => new VBuffer<float>(s.Length, s.DenseValues().ToArray()));
        var given = ml.Model.Load(votes, out _).Transform(View(ml, [.. sums], "Sums"));
        return Together(ml, given, [.. labels.Select(l => $"{l}.Heard"), .. labels.Select(l => $"{l}.Vote")]);
    }

    /// <summary>All columns of a row at one go: each look at a column runs the whole chain.</summary>
    private static float[][] Together(MLContext ml, IDataView view, IReadOnlyList<string> columns) =>
        [.. ml.Transforms.Concatenate("Together", [.. columns]).Fit(view).Transform(view)
            .GetColumn<VBuffer<float>>("Together").Select(v => v.DenseValues().ToArray())];

    private static IDataView Transform(string path, VBuffer<float>[] rows)
    {
        var ml = new MLContext(0);
        return ml.Model.Load(path, out _).Transform(View(ml, rows, nameof(Row.Features)));
    }

    private static IDataView View(MLContext ml, VBuffer<float>[] rows, string column)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Length);
        schema[nameof(Row.Features)].ColumnName = column;
        return ml.Data.LoadFromEnumerable(rows.Select(r => new Row { Features = r }), schema);
    }

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }
    }
}
