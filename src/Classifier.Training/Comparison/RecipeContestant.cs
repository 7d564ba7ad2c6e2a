using Classifier.Core.Features;
using Classifier.Core.Lexicon;
using Classifier.Core.Models;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Fitting;
using Classifier.Training.Recipes;

namespace Classifier.Training.Comparison;

/// <summary>The project's own models by some recipe.</summary>
internal sealed class RecipeContestant(
    string name,
    Recipe recipe,
    TaxonomyCatalog taxonomy,
    IReadOnlyList<LexiconEntry> entries,
    ConceptLexicon lexicon) : IContestant
{
    public string Name => name;

    public Func<IReadOnlyList<CorpusRow>, IReadOnlyList<Verdict>> Learn(IReadOnlyList<CorpusRow> corpus)
    {
        var rows = new Augmenter(recipe.Augment, entries).AddTo(corpus);
        var fitter = new TagFitter(recipe, taxonomy, new TrainingSet(rows, taxonomy, lexicon, recipe.Features));
        var (tags, stance) = (fitter.Tags(), fitter.Stance());
        return judged => Judge(judged, tags, stance.Weights);
    }

    private List<Verdict> Judge(IReadOnlyList<CorpusRow> rows, FittedTags tags, LinearWeights stance)
    {
        var extractor = new FeatureExtractor(recipe.Features, lexicon);
        var passages = PassageVectors.OfPassages(rows, extractor);
        var (pairs, _) = PassageVectors.OfStances(
            rows,
            extractor,
            new StanceFeatures(recipe.Features, lexicon, taxonomy.ActorIds),
            taxonomy.ActorIds,
            taxonomy.StanceIds);
        var actorsGiven = Given(tags.Actors, passages, int.MaxValue);
        var eventsGiven = Given(tags.Events, passages, taxonomy.MaxEvents);
        var pair = 0;
        return [.. rows.Select((row, i) => new Verdict(
            actorsGiven[i],
            eventsGiven[i],
            row.Actors.ToDictionary(
                a => a, _ => taxonomy.StanceIds[FamilyScores.Best(stance, pairs[pair++])], StringComparer.Ordinal)))];
    }

    private static List<string>[] Given(FittedFamily family, PassageSet passages, int most)
    {
        var scores = FamilyScores.OfLabels(family.Weights, passages);
        var labels = new ThresholdedLabels(family.Labels, [.. family.Labels.Select(l => family.Thresholds[l])]);
        return [.. passages.Vectors.Select((_, row) => labels.Of(scores, row, most))];
    }
}
