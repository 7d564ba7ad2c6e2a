using Classifier.Core;
using Classifier.Training.Recipes;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Classifier.Training.Fitting;

/// <summary>A trained family: the ML.NET chain with the schema of its input.</summary>
internal sealed record FittedModel(ITransformer Chain, DataViewSchema Schema);

/// <summary>
/// Vectors to ML.NET models. Every fit has a context of its own, so that the order of fits changes nothing.
/// </summary>
internal static class LinearFitter
{
    private const int ShuffleSeed = 20260120;

    /// <summary>
    /// One calibrated model for each label, in one chain; probabilities come out as <c>label.Probability</c>.
    /// </summary>
    /// <param name="train">Training vectors.</param>
    /// <param name="calibrate">Vectors that the calibrators are fitted on.</param>
    /// <param name="labels">Label names.</param>
    /// <param name="carries">Whether a row (of train, or of calibrate where the flag is set) has a label.</param>
    /// <param name="size">Number of buckets.</param>
    /// <param name="spec">Trainer and its settings.</param>
    /// <param name="seed">Seed of every context.</param>
    /// <param name="done">Called after each label.</param>
    public static FittedModel FitLabels(
        IReadOnlyList<SparseVector> train,
        IReadOnlyList<SparseVector> calibrate,
        IReadOnlyList<string> labels,
        Func<int, int, bool, bool> carries,
        int size,
        FitSpec spec,
        int seed,
        Action done)
    {
        var rare = SparseVector.Rare(train, size, spec.MinCount);
        var trainBuffers = Buffers([.. train.Select(r => r.Without(rare))], size);
        var calibrateBuffers = Buffers([.. calibrate.Select(r => r.Without(rare))], size);
        var parts = new ITransformer[labels.Count];
        DataViewSchema? schema = null;
        Parallel.For(0, labels.Count, label =>
        {
            var ml = new MLContext(seed);
            var view = View(ml, trainBuffers, size, row => Weighted(carries(row, label, false), spec));
            var held = View(ml, calibrateBuffers, size, row => new FitRow { Label = carries(row, label, true) });
            parts[label] = FitLabel(ml, view, held, labels[label], spec);
            Volatile.Write(ref schema, view.Schema);
            done();
        });
        return new(new TransformerChain<ITransformer>(parts), schema!);
    }

    /// <summary>One maximum-entropy model over exclusive classes, each of which has a row.</summary>
    public static FittedModel FitClasses(
        IReadOnlyList<SparseVector> rows, IReadOnlyList<int> classes, int size, FitSpec spec, int seed)
    {
        var ml = new MLContext(seed);
        var rare = SparseVector.Rare(rows, size, spec.MinCount);
        var buffers = Buffers([.. rows.Select(r => r.Without(rare))], size);
        var view = View(ml, buffers, size, row => new FitRow { Class = (uint)classes[row] });
        var keys = ml.Transforms.Conversion
            .MapValueToKey(
                FitRow.ClassKeyName, FitRow.ClassName, keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
            .Fit(view);
        var keyed = keys.Transform(view);
        var model = Trainers.Classes(ml, spec).Fit(keyed);
        if (spec.Grain > 0)
        {
            MaxEntropyModel.Round(model, spec.Grain);
        }

        return new(model, keyed.Schema);
    }

    /// <summary>
    /// Keys are numbered by the values that occur, so a class without rows would shift those after it.
    /// </summary>
    /// <param name="family">What the classes are of, as messages call it.</param>
    /// <param name="classes">The class of each row.</param>
    /// <param name="names">The classes' names.</param>
    internal static void CheckAllPresent(string family, IReadOnlyList<int> classes, IReadOnlyList<string> names)
    {
        var missing = Enumerable.Range(0, names.Count).Except(classes).Select(i => names[i]).ToList();
        if (missing.Count > 0)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "CORPUS_CLASS",
                $"The training rows of {family} hold {names.Count - missing.Count} of {names.Count} classes; every "
                    + $"class needs a row, and none has {string.Join(", ", missing)}.");
        }
    }

    private static TransformerChain<ITransformer> FitLabel(
        MLContext ml, IDataView view, IDataView held, string label, FitSpec spec)
    {
        var model = Trainers.Binary(ml, spec).Fit(view);
        if (spec.Grain > 0)
        {
            LogisticModel.Round(model, spec.Grain);
        }

        return Calibrated(ml, model, held, label);
    }

    /// <summary>
    /// A logistic model with a calibrator that is fitted on held-out rows, and the label's own column.
    /// </summary>
    public static TransformerChain<ITransformer> Calibrated(
        MLContext ml, ITransformer model, IDataView held, string label)
    {
        return new TransformerChain<ITransformer>([model, .. CalibratorParts(ml, model.Transform(held), label)]);
    }

    /// <summary>A calibrator of log-odds that are known, and the label's own column.</summary>
    public static TransformerChain<ITransformer> Calibrator(
        MLContext ml, IReadOnlyList<ScoredRow> rows, string label) =>
        new([.. CalibratorParts(ml, ml.Data.LoadFromEnumerable(rows), label)]);

    private static ITransformer[] CalibratorParts(MLContext ml, IDataView scored, string label)
    {
        var calibrator = ml.BinaryClassification.Calibrators
            .Platt(labelColumnName: FitRow.LabelName, scoreColumnName: nameof(ScoredRow.Score)).Fit(scored);
        return
        [
            calibrator,
            ml.Transforms.CopyColumns($"{label}.Probability", "Probability").Fit(calibrator.Transform(scored))
        ];
    }

    private static FitRow Weighted(bool carries, FitSpec spec) =>
        new() { Label = carries, Weight = carries ? spec.PositiveWeight : 1 };

    public static VBuffer<float>[] Buffers(IReadOnlyList<SparseVector> rows, int size) =>
        [.. rows.Select(r => r.ToBuffer(size))];

    /// <summary>Rows for ML.NET, shuffled, with what <paramref name="label"/> says of each.</summary>
    public static IDataView View(
        MLContext ml, VBuffer<float>[] buffers, int size, Func<int, FitRow> label, string column = FitRow.FeaturesName)
    {
        var rows = new FitRow[buffers.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = label(i);
            rows[i].Features = buffers[i];
        }

        // SDCA walks the rows in their order, and a corpus sorted by language would leave the last one in favour.
        new Random(ShuffleSeed).Shuffle(rows);
        return ml.Data.LoadFromEnumerable(rows, FitRow.Schema(size, column));
    }
}
