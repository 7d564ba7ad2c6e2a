using Classifier.Core.Models;
using Classifier.Core.Taxonomy;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>
/// A fitted family of labels: the ML.NET model, the same as plain weights, and the labels' threshold.
/// </summary>
/// <param name="Model">What is saved; of actors that a network answers on as well, their own models.</param>
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

/// <summary>The two families of labels that do not exclude each other.</summary>
internal sealed record FittedTags(FittedFamily Actors, FittedFamily Events);

/// <summary>Fits the three families of tags on a training set.</summary>
internal sealed class TagFitter(Recipe recipe, TaxonomyCatalog taxonomy, TrainingSet set)
{
    private readonly LabelFamily _actors = LabelFamily.Of(taxonomy.ActorIds, r => r.Actors);
    private readonly LabelFamily _events = LabelFamily.Of(taxonomy.EventIds, r => r.Events);

    /// <summary>How often <see cref="Tags"/> tells that a model or a network's pass is done.</summary>
    public int Steps =>
        ((recipe.SharesActors ? 2 : 1) * _actors.Labels.Count) + _events.Labels.Count
        + recipe.Actors.Passes + recipe.Events.Passes;

    public FittedTags Tags(Action? done = null)
    {
        done ??= () => { };
        return recipe.SharesActors
            ? Together(done)
            : new(
                Apart(_actors, recipe.Actors, BundleFiles.Actors, done),
                Apart(_events, recipe.Events, BundleFiles.Events, done));
    }

    public FittedFamily Stance()
    {
        var labels = taxonomy.StanceIds;
        var (vectors, classes) = set.Stances(set.Train);
        LinearFitter.CheckAllPresent("stance", classes, labels);
        var model = LinearFitter.FitClasses(vectors, classes, recipe.Features.Buckets, recipe.Stance, recipe.Seed);
        return new(
            model, MlNetModelReader.Collect(model.Chain, BundleFiles.Stance), labels, new Dictionary<string, float>());
    }

    private FittedFamily Apart(LabelFamily family, FitSpec spec, string name, Action done)
    {
        var (model, votes) = spec.Trainer == FitSpec.NetworkTrainer
            ? Network(family, spec, null, done)
            : (Linear(family, spec, done), null);
        return Tuned(family, model, Collect(model, votes, name), votes);
    }

    /// <summary>A network over both families' labels, with the actors' own models beside it.</summary>
    private FittedTags Together(Action done)
    {
        var actors = Linear(_actors, recipe.Actors, done);
        var beside = MlNetModelReader.Collect(actors.Chain, BundleFiles.Actors);
        var (model, votes) = Network(_actors.And(_events), recipe.Events, beside, done);
        var all = Collect(model, votes, BundleFiles.Events) with { Beside = beside };
        return new(
            Tuned(_actors, actors, FamilyPart.Of(all, 0, _actors.Labels.Count), null),
            Tuned(_events, model, FamilyPart.Of(all, _actors.Labels.Count, _events.Labels.Count), votes));
    }

    private static LinearWeights Collect(FittedModel model, FittedModel? votes, string name) =>
        MlNetModelReader.Collect(model.Chain, name) with
        {
            Votes = votes is null ? null : MlNetModelReader.Collect(votes.Chain, BundleFiles.EventVotes),
        };

    private FittedFamily Tuned(LabelFamily family, FittedModel model, LinearWeights weights, FittedModel? votes)
    {
        var scores = FamilyScores.OfLabels(weights, set.TuningPassages);
        var threshold = FamilyThreshold.Tune(
            scores,
            [.. family.Labels.Select((_, label) => set.Tuning.Select(r => family.Carries(r, label)).ToArray())]);
        var thresholds = family.Labels.ToDictionary(l => l, _ => threshold, StringComparer.Ordinal);
        return new(model, weights, family.Labels, thresholds, votes);
    }

    private FittedModel Linear(LabelFamily family, FitSpec spec, Action done) =>
        LinearFitter.FitLabels(
            set.TrainPassages.Vectors,
            set.DevPassages.Vectors,
            family.Labels,
            (row, label, held) => family.Carries((held ? set.Dev : set.Train)[row], label),
            recipe.Features.Buckets,
            spec,
            recipe.Seed,
            done);

    private (FittedModel Model, FittedModel? Votes) Network(
        LabelFamily family, FitSpec spec, LinearWeights? beside, Action done)
    {
        Lesson[] lessons = [.. set.Train.Zip(set.TrainPassages.Cues, family.LessonOf)];
        var alone = NetworkFitter.Fit(
            set.TrainPassages, lessons, recipe.Features.Buckets, spec, recipe.Seed, done);
        var network = alone with { Beside = beside };
        var model = NetworkModel.Of(
            network,
            set.DevPassages,
            family.Labels,
            (row, label) => family.Carries(set.Dev[row], label),
            recipe.Seed,
            done);
        return (model, network.Votes is null ? null : NetworkModel.OfVotes(network, family.Labels, recipe.Seed));
    }
}
