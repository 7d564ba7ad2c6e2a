using BenchmarkDotNet.Attributes;
using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Benchmarks;

/// <summary>The whole path for one passage of some 60 words: language, actors, events, stances.</summary>
[MemoryDiagnoser]
public class TagBenchmarks
{
    private PassageClassifier _classifier = null!;
    private string _text = "";

    [Params("en", "nl", "kmr", "ckb")]
    public string Language { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        _classifier = new PassageClassifier(ModelBundle.Load(Bundles.Champion()));
        _text = Passages.ByLanguage[Language];
    }

    [Benchmark(Baseline = true)]
    public PassageTags Tag() => _classifier.Tag(_text, default);

    [Benchmark]
    public PassageTags TagWithEvidence() => _classifier.Tag(_text, new(WithEvidence: true));

    [Benchmark]
    public string Detect() => _classifier.Detect(_text).Tag;
}
