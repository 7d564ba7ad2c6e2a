using Classifier.Core.Features;
using Classifier.Core.Models;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Classifier.Benchmarks.Whole;

/// <summary>
/// Actors and event types by ML.NET itself, from the bundle's model files; the features are extracted by the same code.
/// No language is told and no stance.
/// </summary>
internal sealed class MlNetPath
{
    private readonly MLContext _ml = new(0);
    private readonly ModelBundle _bundle;
    private readonly FeatureScratch _scratch = new();
    private readonly SchemaDefinition _schema = SchemaDefinition.Create(typeof(Row));
    private readonly ITransformer[] _models;
    private readonly PredictionEngine<Row, Answer>[] _engines;

    public MlNetPath(string folder, ModelBundle bundle)
    {
        _bundle = bundle;
        _schema[nameof(Row.Features)].ColumnType =
            new VectorDataViewType(NumberDataViewType.Single, bundle.Manifest.Features.Buckets);
        ITransformer Read(string file) => _ml.Model.Load(Path.Combine(folder, file), out _);
        _models = [.. (IEnumerable<ITransformer>)Read(BundleFiles.Actors), Read(BundleFiles.Events)];
        _engines =
            [.. _models.Select(l => _ml.Model.CreatePredictionEngine<Row, Answer>(l, inputSchemaDefinition: _schema))];
    }

    /// <summary>
    /// One <see cref="PredictionEngine{TSrc, TDst}"/> for each actor, and one for the event types, which share a layer.
    /// </summary>
    public void Engines(IReadOnlyList<(string Text, int Language)> passages)
    {
        foreach (var (text, language) in passages)
        {
            var row = RowOf(text, language);
            foreach (var engine in _engines)
            {
                engine.Predict(row);
            }
        }
    }

    /// <summary>All passages as one view, transformed by the same models.</summary>
    public void Transform(IReadOnlyList<(string Text, int Language)> passages)
    {
        var view = _ml.Data.LoadFromEnumerable(passages.Select(p => RowOf(p.Text, p.Language)).ToList(), _schema);
        foreach (var model in _models)
        {
            foreach (var _ in model.Transform(view).GetColumn<float>(nameof(Answer.Probability)))
            {
            }
        }
    }

    private Row RowOf(string text, int language)
    {
        _bundle.Extractor.Extract(text, language, null, _scratch);
        var (buckets, values) = (_scratch.Passage.Buckets.ToArray(), _scratch.Passage.Values.ToArray());
        Array.Sort(buckets, values);
        var count = 0;
        for (var i = 0; i < buckets.Length; i++)
        {
            var isSame = count > 0 && buckets[count - 1] == buckets[i];
            count += isSame ? 0 : 1;
            (buckets[count - 1], values[count - 1]) = (buckets[i], values[i] + (isSame ? values[count - 1] : 0));
        }

        return new() { Features = new(_bundle.Manifest.Features.Buckets, count, values, buckets) };
    }

    internal sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }
    }

    internal sealed class Answer
    {
        public float Probability { get; set; }
    }
}
