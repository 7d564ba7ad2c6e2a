using Classifier.Core.Features;
using Classifier.Core.Lexicon;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Fitting;

/// <summary>The train and dev parts of a corpus with their vectors.</summary>
internal sealed class TrainingSet
{
    private readonly FeatureExtractor _extractor;
    private readonly StanceFeatures _stances;
    private readonly TaxonomyCatalog _taxonomy;

    public TrainingSet(
        IReadOnlyList<CorpusRow> rows, TaxonomyCatalog taxonomy, ConceptLexicon lexicon, FeatureSpec spec)
    {
        _taxonomy = taxonomy;
        _extractor = new FeatureExtractor(spec, lexicon);
        _stances = new StanceFeatures(spec, lexicon, taxonomy.ActorIds);
        Train = [.. rows.Where(r => r.Split == Splits.Train)];
        Dev = [.. rows.Where(r => r.Split == Splits.Dev)];
        TrainPassages = PassageVectors.OfPassages(Train, _extractor);
        DevPassages = PassageVectors.OfPassages(Dev, _extractor);
        Tuning = Splits.ForThresholds(Dev);
        var tuning = Tuning.ToHashSet<CorpusRow>(ReferenceEqualityComparer.Instance);
        TuningPassages = DevPassages.At([.. Enumerable.Range(0, Dev.Count).Where(row => tuning.Contains(Dev[row]))]);
    }

    public IReadOnlyList<CorpusRow> Train { get; }

    public IReadOnlyList<CorpusRow> Dev { get; }

    public PassageSet TrainPassages { get; }

    public PassageSet DevPassages { get; }

    /// <summary>The rows that thresholds are tuned on.</summary>
    public IReadOnlyList<CorpusRow> Tuning { get; }

    public PassageSet TuningPassages { get; }

    /// <summary>Vectors and stance classes of all (passage, actor) pairs of some rows.</summary>
    public (SparseVector[] Vectors, int[] Stances) Stances(IReadOnlyList<CorpusRow> rows) =>
        PassageVectors.OfStances(rows, _extractor, _stances, _taxonomy.ActorIds, _taxonomy.StanceIds);
}
