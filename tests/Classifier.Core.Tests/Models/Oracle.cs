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

    private static IDataView Transform(string path, VBuffer<float>[] rows)
    {
        var ml = new MLContext(0);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Length);
        var view = ml.Data.LoadFromEnumerable(rows.Select(r => new Row { Features = r }), schema);
        return ml.Model.Load(path, out _).Transform(view);
    }

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }
    }
}
