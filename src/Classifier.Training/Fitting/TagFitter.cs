using Classifier.Core.Models;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>A fitted family of labels: the ML.NET model, the same as plain weights, and the labels' threshold.</summary>
/// <param name="Model">What is saved.</param>
/// <param name="Weights">What is scored with.</param>
/// <param name="Labels">Labels or classes, in the order of the weights.</param>
/// <param name="Thresholds">By label; empty where the labels exclude each other.</param>
/// <param name="Votes">What single words add, saved beside the model; null if words have no vote.</param>
internal sealed record FittedFamily(
    FittedModel Model,
    LinearWeights Weights,
    IReadOnlyList<string> Labels,
    IReadOnlyDictionary<string, float> Thresholds,
    FittedModel? Votes = null);

/// <summary>Fits the three families of tags on a training set.</summary>
internal sealed class TagFitter(Recipe recipe, TaxonomyCatalog taxonomy, TrainingSet set)
{
    public FittedFamily Actors(Action? done = null) =>
        Labels(taxonomy.ActorIds, r => r.Actors, recipe.Actors, BundleFiles.Actors, done);

    public FittedFamily Events(Action? done = null) =>
        Labels(taxonomy.EventIds, r => r.Events, recipe.Events, BundleFiles.Events, done);

    public FittedFamily Stance()
    {
        var labels = taxonomy.StanceIds;
        var (vectors, classes) = set.Stances(set.Train);
        var model = LinearFitter.FitClasses(
            vectors, classes, labels.Count, recipe.Features.Buckets, recipe.Stance, recipe.Seed);
        return new(model, MlNetModelReader.Collect(model.Chain, BundleFiles.Stance), labels, new Dictionary<string, float>());
    }

    private FittedFamily Labels(
        IReadOnlyList<string> labels, Func<CorpusRow, IReadOnlyList<string>> labelsOf, FitSpec spec, string name, Action? done)
    {
        bool Carries(int row, int label, bool held) => labelsOf((held ? set.Dev : set.Train)[row]).Contains(labels[label]);
        var (model, votes) = spec.Trainer == FitSpec.NetworkTrainer
            ? Network(labels, Carries, spec, done)
            : (Linear(labels, Carries, spec, done), null);
        var weights = MlNetModelReader.Collect(model.Chain, name) with
        {
            Votes = votes is null ? null : MlNetModelReader.Collect(votes.Chain, BundleFiles.EventVotes),
        };
        var scores = FamilyScores.OfLabels(weights, set.TuningPassages);
        var threshold = FamilyThreshold.Tune(scores, [.. labels.Select(label => set.Tuning.Select(r => labelsOf(r).Contains(label)).ToArray())]);
        var thresholds = labels.ToDictionary(l => l, _ => threshold, StringComparer.Ordinal);
        return new(model, weights, labels, thresholds, votes);
    }

    private FittedModel Linear(IReadOnlyList<string> labels, Func<int, int, bool, bool> carries, FitSpec spec, Action? done) =>
        LinearFitter.FitLabels(
            set.TrainPassages.Vectors,
            set.DevPassages.Vectors,
            labels,
            carries,
            recipe.Features.Buckets,
            spec,
            recipe.Seed,
            done ?? (() => { }));

    private (FittedModel Model, FittedModel? Votes) Network(
        IReadOnlyList<string> labels, Func<int, int, bool, bool> carries, FitSpec spec, Action? done)
    {
        float[][] given = [.. set.Train.Select((_, row) => labels.Select((_, label) => carries(row, label, false) ? 1f : 0f).ToArray())];
        var network = NetworkFitter.Fit(set.TrainPassages, given, recipe.Features.Buckets, spec, recipe.Seed);
        var model = NetworkModel.Of(network, set.DevPassages, labels, (row, label) => carries(row, label, true), recipe.Seed, done);
        return (model, network.Votes is null ? null : NetworkModel.OfVotes(network, labels, recipe.Seed));
    }
}
