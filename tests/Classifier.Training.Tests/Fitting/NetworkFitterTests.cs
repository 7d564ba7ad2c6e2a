using Classifier.Core.Models;
using Classifier.Training.Fitting;
using Classifier.Training.Recipes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Classifier.Training.Tests.Fitting;

public sealed class NetworkFitterTests
{
    private const int Size = 8;

    private static readonly FitSpec Spec = new()
    {
        Trainer = FitSpec.NetworkTrainer,
        Iterations = 60,
        MinCount = 2,
        Grain = 0.0625f,
        Network = new() { Units = 6, Members = 2, Batch = 4, Rate = 0.05f },
    };

    private static readonly FitSpec OverSums = Spec with { Network = Spec.Network with { Sums = 3 } };

    private sealed class Answer
    {
        [ColumnName("either.Probability")]
        public float Either { get; set; }

        [ColumnName("both.Probability")]
        public float Both { get; set; }
    }

    [Fact]
    public void What_no_sum_of_weights_can_tell_is_learned()
    {
        var (rows, labels) = Rows();
        var network = NetworkFitter.Fit(rows, labels, Size, Spec, 1) with { Calibrations = [new(-1, 0), new(-1, 0)] };
        var scores = FamilyScores.OfLabels(network, rows);
        Assert.All(Enumerable.Range(0, rows.Length), i =>
            Assert.Equal((labels[i][0] > 0, labels[i][1] > 0), (scores[0][i] > 0.5f, scores[1][i] > 0.5f)));
    }

    [Fact]
    public void Units_weigh_frequent_buckets_in_whole_grains()
    {
        var (rows, labels) = Rows();
        var layer = NetworkFitter.Fit([.. rows, new([7], [1])], [.. labels, [0f, 0f]], Size, Spec, 1).Hidden!;
        Assert.Equal(12, layer.Weights.Count);
        Assert.All(layer.Weights, w => Assert.Equal(0, w[7]));
        Assert.All(layer.Weights.SelectMany(w => w), w => Assert.Equal(0, w % 0.0625f));
        Assert.Contains(layer.Weights, w => w[0] != 0);
    }

    [Fact]
    public void Few_sums_answer_nearly_as_all_units()
    {
        var (rows, labels) = Rows();
        var all = NetworkFitter.Fit(rows, labels, Size, Spec, 1) with { Calibrations = [new(-1, 0), new(-1, 0)] };
        var few = NetworkFitter.Fit(rows, labels, Size, OverSums, 1) with { Calibrations = all.Calibrations };
        Assert.Equal((12, 3), (few.Hidden!.Weights.Count, few.Hidden.Hidden!.Weights.Count));
        var (expected, scores) = (FamilyScores.OfLabels(all, rows), FamilyScores.OfLabels(few, rows));
        Assert.All(expected[0].Zip(scores[0]), p => Assert.Equal(p.First, p.Second, 0.1));
        Assert.All(expected[1].Zip(scores[1]), p => Assert.Equal(p.First, p.Second, 0.1));
    }

    [Fact]
    public void Sums_weigh_frequent_buckets_in_whole_grains()
    {
        var (rows, labels) = Rows();
        var sums = NetworkFitter.Fit([.. rows, new([7], [1])], [.. labels, [0f, 0f]], Size, OverSums, 1).Hidden!.Hidden!;
        Assert.All(sums.Weights, w => Assert.Equal(0, w[7]));
        Assert.All(sums.Weights.SelectMany(w => w), w => Assert.Equal(0, w % 0.0625f));
        Assert.Equal(127 * 0.0625f, sums.Weights.SelectMany(w => w).Max(MathF.Abs));
    }

    [Fact]
    public void Sums_that_are_not_rounded_answer_as_well()
    {
        var (rows, labels) = Rows();
        var fine = NetworkFitter.Fit(rows, labels, Size, OverSums with { Grain = 0 }, 1) with { Calibrations = [new(-1, 0), new(-1, 0)] };
        var rough = NetworkFitter.Fit(rows, labels, Size, OverSums, 1) with { Calibrations = fine.Calibrations };
        Assert.All(FamilyScores.OfLabels(fine, rows)[0].Zip(FamilyScores.OfLabels(rough, rows)[0]), p => Assert.Equal(p.First, p.Second, 0.05));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Features_that_are_all_rare_have_no_weights(int sums)
    {
        var (rows, labels) = Rows();
        var spec = Spec with { MinCount = 100, Network = Spec.Network with { Sums = sums } };
        var layer = NetworkFitter.Fit(rows, labels, Size, spec, 1).Hidden!;
        Assert.All((layer.Hidden ?? layer).Weights.SelectMany(w => w), w => Assert.Equal(0, w));
    }

    [Fact]
    public void The_seed_decides_the_weights()
    {
        var (rows, labels) = Rows();
        string Hash(int seed) => WeightHash.Of(NetworkFitter.Fit(rows, labels, Size, Spec, seed));
        Assert.Equal(Hash(1), Hash(1));
        Assert.NotEqual(Hash(1), Hash(5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Any_program_with_MLNET_gets_the_probabilities_and_the_reader_the_weights(int sums)
    {
        using var folder = new TempFolder();
        var (rows, labels) = Rows();
        var network = NetworkFitter.Fit(rows, labels, Size, Spec with { Network = Spec.Network with { Sums = sums } }, 1);
        var model = NetworkModel.Of(network, rows, ["either", "both"], (row, label) => labels[row][label] > 0, 1);
        new MLContext(1).Model.Save(model.Chain, model.Schema, folder["events.zip"]);
        var read = MlNetModelReader.Read(folder["events.zip"]);
        Assert.Equal(network.Hidden!.Weights, read.Hidden!.Weights);
        Assert.Equal(network.Weights, read.Weights);
        Assert.Equal(network.Bias, read.Bias);
        Assert.Equal(network.Hidden.Bias, read.Hidden.Bias);
        Assert.Equal(network.Hidden.Hidden?.Weights, read.Hidden.Hidden?.Weights);
        Assert.Equal(WeightHash.Of(MlNetModelReader.Collect(model.Chain, "")), WeightHash.Of(read));
        var ml = new MLContext(2);
        var view = ml.Data.LoadFromEnumerable(
            rows.Select(r => new FitRow { Features = r.ToBuffer(Size) }), FitRow.Schema(Size, FitRow.FeaturesName));
        var answers = ml.Data.CreateEnumerable<Answer>(
            ml.Model.Load(folder["events.zip"], out _).Transform(view), reuseRowObject: false, ignoreMissingColumns: true).ToList();
        var scores = FamilyScores.OfLabels(read, rows);
        Assert.All(answers.Zip(scores[0]), p => Assert.Equal(p.First.Either, p.Second, 1e-5));
        Assert.All(answers.Zip(scores[1]), p => Assert.Equal(p.First.Both, p.Second, 1e-5));
    }

    /// <summary>Buckets 0 and 1: one label for either but not both, one for both.</summary>
    private static (SparseVector[] Rows, float[][] Labels) Rows()
    {
        var random = new Random(4);
        var rows = new SparseVector[80];
        var labels = new float[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            var (first, second) = (i % 2 == 1, i % 4 > 1);
            int[] buckets = [.. first ? [0] : Array.Empty<int>(), .. second ? [1] : Array.Empty<int>(), 2 + random.Next(3)];
            rows[i] = new(buckets, [.. buckets.Select(_ => 1f)]);
            labels[i] = [first != second ? 1 : 0, first && second ? 1 : 0];
        }

        return (rows, labels);
    }
}
