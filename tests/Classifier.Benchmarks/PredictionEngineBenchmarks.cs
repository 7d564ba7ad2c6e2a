using BenchmarkDotNet.Attributes;
using Classifier.Core.Features;
using Classifier.Core.Models;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Classifier.Benchmarks;

/// <summary>
/// Actors and event types of one English passage: the compiled table against ML.NET's own PredictionEngine over
/// the same files, features extracted by the same code in both. Words' votes, which no engine answers, are left
/// out of both.
/// </summary>
[MemoryDiagnoser]
public class PredictionEngineBenchmarks
{
    private readonly FeatureScratch _scratch = new();
    private readonly float[] _scores = new float[64];
    private ModelBundle _bundle = null!;
    private PredictionEngine<Row, Answer>[] _engines = [];
    private float[] _columns = [];
    private float[] _noVotes = [];
    private string _text = "";

    [GlobalSetup]
    public void Load()
    {
        _bundle = ModelBundle.Load(Bundles.Champion());
        _columns = new float[_bundle.Tags.Table.Labels];
        _noVotes = new float[_bundle.Tags.VoteLabels];
        _text = Passages.ByLanguage["en"];
        var ml = new MLContext(0);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType =
            new VectorDataViewType(NumberDataViewType.Single, _bundle.Manifest.Features.Buckets);
        ITransformer Read(string file) => ml.Model.Load(Path.Combine(Bundles.Champion(), file), out _);
        _engines = [.. ((IEnumerable<ITransformer>)Read(BundleFiles.Actors)).Append(Read(BundleFiles.Events))
            .Select(model => ml.Model.CreatePredictionEngine<Row, Answer>(model, inputSchemaDefinition: schema))];
    }

    [Benchmark(Baseline = true)]
    public float Compiled()
    {
        _bundle.Extractor.Extract(_text, 0, null, _scratch);
        _bundle.Tags.Table.Score(_scratch.Passage, _columns);
        _bundle.Tags.Score(_columns, _noVotes, _noVotes, _scores.AsSpan(0, _bundle.Tags.Labels));
        return _scores[0];
    }

    [Benchmark]
    public int OneEngineForEachActorAndOneForEvents()
    {
        _bundle.Extractor.Extract(_text, 0, null, _scratch);
        var row = new Row { Features = Sparse(_scratch.Passage) };
        var answered = 0;
        foreach (var engine in _engines)
        {
            engine.Predict(row);
            answered++;
        }

        return answered;
    }

    private VBuffer<float> Sparse(FeatureList features)
    {
        var sums = new SortedDictionary<int, float>();
        for (var i = 0; i < features.Count; i++)
        {
            sums[features.Buckets[i]] = sums.GetValueOrDefault(features.Buckets[i]) + features.Values[i];
        }

        return new(_bundle.Manifest.Features.Buckets, sums.Count, [.. sums.Values], [.. sums.Keys]);
    }

    /// <summary>The input of the model files.</summary>
    internal sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }
    }

    /// <summary>What an engine answers.</summary>
    internal sealed class Answer
    {
        public float Probability { get; set; }
    }
}
