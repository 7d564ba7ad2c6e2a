using Classifier.Core.Features;
using Classifier.Core.Lexicon;
using Classifier.Core.Models;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Fitting;
using Classifier.Training.Recipes;
using Classifier.Training.Terminal;

namespace Classifier.Training.Doubts;

/// <summary>
/// Out-of-fold predictions over the whole corpus: every passage is judged by models that saw no passage of its group,
/// and labels are listed by how far the models are from them. Where they are far apart, often the label is wrong
/// (Northcutt et al., "Confident learning", 2021).
/// </summary>
internal sealed class DoubtFinder(
    Recipe recipe, TaxonomyCatalog taxonomy, ConceptLexicon lexicon, IProgressSink progress)
{
    public const int Folds = 5;

    private const uint Seed = 41;

    /// <summary>All labels of all rows that are at least so far apart, the farthest first.</summary>
    public IReadOnlyList<Doubt> Find(IReadOnlyList<CorpusRow> rows, float distance)
    {
        using var step = progress.Begin("folds", Folds);
        var doubts = new List<Doubt>();
        for (var fold = 0; fold < Folds; fold++)
        {
            doubts.AddRange(OfFold(rows, (uint)fold).Where(d => d.Distance >= distance));
            step.Advance();
        }

        return [.. doubts.OrderByDescending(d => d.Distance).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    private IEnumerable<Doubt> OfFold(IReadOnlyList<CorpusRow> rows, uint fold)
    {
        bool IsHeld(CorpusRow row) => FeatureHash.Of(Seed, row.Group ?? row.Id) % Folds == fold;
        var seen = rows.Where(r => !IsHeld(r))
            .Select(r => r.Split == Splits.Dev ? r : r with { Split = Splits.Train })
            .ToList();
        List<CorpusRow> held = [.. rows.Where(IsHeld)];
        var fitter = new TagFitter(recipe, taxonomy, new TrainingSet(seen, taxonomy, lexicon, recipe.Features));
        var tags = fitter.Tags();
        var extractor = new FeatureExtractor(recipe.Features, lexicon);
        var passages = PassageVectors.OfPassages(held, extractor);
        return OfLabels("actors", tags.Actors, held, passages, r => r.Actors)
            .Concat(OfLabels("events", tags.Events, held, passages, r => r.Events))
            .Concat(OfStances(fitter.Stance().Weights, held, extractor));
    }

    private static IEnumerable<Doubt> OfLabels(
        string family,
        FittedFamily fitted,
        List<CorpusRow> rows,
        PassageSet passages,
        Func<CorpusRow, IReadOnlyList<string>> labelsOf)
    {
        var scores = FamilyScores.OfLabels(fitted.Weights, passages);
        return fitted.Labels.SelectMany((label, i) => scores[i]
            .Zip(rows, (p, row) =>
                new Doubt(row.Id, row.Lang, family, label, labelsOf(row).Contains(label), p, row.Text)));
    }

    private IEnumerable<Doubt> OfStances(LinearWeights weights, List<CorpusRow> rows, FeatureExtractor extractor)
    {
        var stances = new StanceFeatures(recipe.Features, lexicon, taxonomy.ActorIds);
        var (vectors, classes) =
            PassageVectors.OfStances(rows, extractor, stances, taxonomy.ActorIds, taxonomy.StanceIds);
        var pairs = rows.SelectMany(r => r.Actors.Select(a => (Row: r, Actor: a)));
        return pairs.Select((pair, i) => new Doubt(
            pair.Row.Id,
            pair.Row.Lang,
            "stance",
            $"{pair.Actor}:{taxonomy.StanceIds[classes[i]]}",
            true,
            FamilyScores.OfClass(weights, vectors[i], classes[i]),
            pair.Row.Text));
    }
}
