using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Classifier.Training.Comparison;

/// <summary>ML.NET as its tutorials have it: FeaturizeText and SDCA, a model for each label.</summary>
internal sealed class FeaturizeTextContestant(TaxonomyCatalog taxonomy, int seed) : IContestant
{
    public string Name => "FeaturizeText, SDCA";

    private sealed class Input
    {
        public string Text { get; set; } = "";

        public bool Label { get; set; }

        public string Stance { get; set; } = "";
    }

    private sealed class Output
    {
        public float Probability { get; set; }
    }

    private sealed class StanceOutput
    {
        [ColumnName("PredictedLabel")]
        public string Stance { get; set; } = "";
    }

    public Func<IReadOnlyList<CorpusRow>, IReadOnlyList<Verdict>> Learn(IReadOnlyList<CorpusRow> corpus)
    {
        var train = corpus.Where(r => r.Split == Splits.Train).ToList();
        var dev = Splits.ForThresholds(corpus);
        var actors = LearnLabels(taxonomy.ActorIds, train, r => r.Actors);
        var events = LearnLabels(taxonomy.EventIds, train, r => r.Events);
        var stance = LearnStance(train);
        var actorCuts = ThresholdedLabels.Tuned(taxonomy.ActorIds, dev, actors(dev), r => r.Actors);
        var eventCuts = ThresholdedLabels.Tuned(taxonomy.EventIds, dev, events(dev), r => r.Events);
        return rows =>
        {
            var (actorScores, eventScores, stances) = (actors(rows), events(rows), stance(rows));
            var pair = 0;
            return [.. rows.Select((row, i) => new Verdict(
                actorCuts.Of(actorScores, i, int.MaxValue),
                eventCuts.Of(eventScores, i, taxonomy.MaxEvents),
                row.Actors.ToDictionary(a => a, _ => stances[pair++], StringComparer.Ordinal)))];
        };
    }

    private Func<IReadOnlyList<CorpusRow>, IReadOnlyList<float[]>> LearnLabels(
        IReadOnlyList<string> labels, List<CorpusRow> train, Func<CorpusRow, IReadOnlyList<string>> labelsOf)
    {
        var ml = new MLContext(seed);
        var features = ml.Transforms.Text.FeaturizeText("Features", nameof(Input.Text)).AppendCacheCheckpoint(ml);
        var models = labels.Select(label => features
            .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression())
            .Fit(ml.Data.LoadFromEnumerable(
                train.Select(r => new Input { Text = r.Text, Label = labelsOf(r).Contains(label) })))).ToList();
        return rows =>
        {
            var view = ml.Data.LoadFromEnumerable(rows.Select(r => new Input { Text = r.Text }));
            return [.. models.Select(m =>
                ml.Data.CreateEnumerable<Output>(m.Transform(view), false, true).Select(o => o.Probability).ToArray())];
        };
    }

    private Func<IReadOnlyList<CorpusRow>, string[]> LearnStance(List<CorpusRow> train)
    {
        var ml = new MLContext(seed);
        IDataView View(IEnumerable<CorpusRow> rows) => ml.Data.LoadFromEnumerable(PlainText.Pairs(rows)
            .Select(p => new Input { Text = PlainText.Of(p.Row, p.Actor), Stance = p.Row.Stance[p.Actor] }));
        var model = ml.Transforms.Conversion.MapValueToKey("Key", nameof(Input.Stance))
            .Append(ml.Transforms.Text.FeaturizeText("Features", nameof(Input.Text)))
            .AppendCacheCheckpoint(ml)
            .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy("Key"))
            .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
            .Fit(View(train));
        return rows =>
            [.. ml.Data.CreateEnumerable<StanceOutput>(model.Transform(View(rows)), false, true).Select(o => o.Stance)];
    }
}
