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

    private static readonly FitSpec WithVotes =
        OverSums with { Network = OverSums.Network with { Votes = 5, Voters = 2 } };

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
        var network = Fit(rows, labels, Size, Spec, 1) with { Calibrations = [new(-1, 0), new(-1, 0)] };
        var scores = FamilyScores.OfLabels(network, rows);
        Assert.All(Enumerable.Range(0, labels.Length), i =>
            Assert.Equal((labels[i][0] > 0, labels[i][1] > 0), (scores[0][i] > 0.5f, scores[1][i] > 0.5f)));
    }

    [Fact]
    public void Units_weigh_frequent_buckets_in_whole_grains()
    {
        var (rows, labels) = Rows();
        var layer = Fit(With(rows, new([7], [1])), [.. labels, [0f, 0f]], Size, Spec, 1).Hidden!;
        Assert.Equal(12, layer.Weights.Count);
        Assert.All(layer.Weights, w => Assert.Equal(0, w[7]));
        Assert.All(layer.Weights.SelectMany(w => w), w => Assert.Equal(0, w % 0.0625f));
        Assert.Contains(layer.Weights, w => w[0] != 0);
    }

    [Fact]
    public void Few_sums_answer_nearly_as_all_units()
    {
        var (rows, labels) = Rows();
        var all = Fit(rows, labels, Size, Spec, 1) with { Calibrations = [new(-1, 0), new(-1, 0)] };
        var few = Fit(rows, labels, Size, OverSums, 1) with { Calibrations = all.Calibrations };
        Assert.Equal((12, 3), (few.Hidden!.Weights.Count, few.Hidden.Hidden!.Weights.Count));
        var (expected, scores) = (FamilyScores.OfLabels(all, rows), FamilyScores.OfLabels(few, rows));
        Assert.All(expected[0].Zip(scores[0]), p => Assert.Equal(p.First, p.Second, 0.1));
        Assert.All(expected[1].Zip(scores[1]), p => Assert.Equal(p.First, p.Second, 0.1));
    }

    [Fact]
    public void Sums_weigh_frequent_buckets_in_whole_grains()
    {
        var (rows, labels) = Rows();
        var sums =
            Fit(With(rows, new([7], [1])), [.. labels, [0f, 0f]], Size, OverSums, 1).Hidden!.Hidden!;
        Assert.All(sums.Weights, w => Assert.Equal(0, w[7]));
        Assert.All(sums.Weights.SelectMany(w => w), w => Assert.Equal(0, w % 0.0625f));
        Assert.Equal(127 * 0.0625f, sums.Weights.SelectMany(w => w).Max(MathF.Abs));
    }

    [Fact]
    public void Sums_that_are_not_rounded_answer_as_well()
    {
        var (rows, labels) = Rows();
        var fine = Fit(rows, labels, Size, OverSums with { Grain = 0 }, 1) with
        {
            Calibrations = [new(-1, 0), new(-1, 0)]
        };
        var rough = Fit(rows, labels, Size, OverSums, 1) with { Calibrations = fine.Calibrations };
        Assert.All(
            FamilyScores.OfLabels(fine, rows)[0].Zip(FamilyScores.OfLabels(rough, rows)[0]),
            p => Assert.Equal(p.First, p.Second, 0.05));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Features_that_are_all_rare_have_no_weights(int sums)
    {
        var (rows, labels) = Rows();
        var spec = Spec with { MinCount = 100, Network = Spec.Network with { Sums = sums } };
        var layer = Fit(rows, labels, Size, spec, 1).Hidden!;
        Assert.All((layer.Hidden ?? layer).Weights.SelectMany(w => w), w => Assert.Equal(0, w));
    }

    [Fact]
    public void The_seed_decides_the_weights()
    {
        var (rows, labels) = Rows();
        string Hash(int seed) => WeightHash.Of(Fit(rows, labels, Size, Spec, seed));
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
        var network =
            Fit(rows, labels, Size, Spec with { Network = Spec.Network with { Sums = sums } }, 1);
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
            rows.Vectors.Select(r => new FitRow { Features = r.ToBuffer(Size) }),
            FitRow.Schema(Size, FitRow.FeaturesName));
        var answers = ml.Data.CreateEnumerable<Answer>(
            ml.Model.Load(folder["events.zip"], out _).Transform(view),
            reuseRowObject: false,
            ignoreMissingColumns: true).ToList();
        var scores = FamilyScores.OfLabels(read, rows);
        Assert.All(answers.Zip(scores[0]), p => Assert.Equal(p.First.Either, p.Second, 1e-5));
        Assert.All(answers.Zip(scores[1]), p => Assert.Equal(p.First.Both, p.Second, 1e-5));
    }

    [Fact]
    public void A_word_that_decides_is_heard_among_many()
    {
        var random = new Random(6);
        int[][] words = [.. Enumerable.Range(0, 400).Select(
            i => Enumerable.Range(0, 40).Select(w => w == i % 40 && i % 3 == 0 ? 0 : random.Next(1, 64)).ToArray())];
        var set = Spoken(words);
        float[][] labels = [.. words.Select(w => new float[] { w.Contains(0) ? 1 : 0 })];
        var spec = WithVotes with { Iterations = 12 };
        var network = Fit(set, labels, 64, spec, 1);
        float MeanVote(int[] passage) => passage.Sum(w => Said(network, w).Heard * Said(network, w).Vote)
            / passage.Sum(w => Said(network, w).Heard);
        var (with, without) = (words.Where(w => w.Contains(0)), words.Where(w => !w.Contains(0)));
        Assert.True(with.Min(MeanVote) > without.Max(MeanVote), "One word in forty decides the votes.");
        var scores = FamilyScores.OfLabels(network with { Calibrations = [new(-1, 0)] }, set)[0];
        Assert.All(scores.Zip(labels), p => Assert.Equal(p.Second[0] > 0, p.First > 0.5f));
    }

    /// <summary>Two words always come together, so that labels alone can't tell which of them decides.</summary>
    [Fact]
    public void A_cue_is_heard_more_than_what_stands_beside_it()
    {
        var random = new Random(6);
        int[][] words = [.. Enumerable.Range(0, 400).Select(i => Enumerable.Range(0, 40)
            .Select(w => i % 3 == 0 && w < 2 ? w : random.Next(2, 64)).ToArray())];
        var set = Spoken(words);
        float ShareOf(int cue, float weight)
        {
            Lesson[] lessons = [.. words.Select(w => w.Contains(0)
                ? new Lesson([1], weight > 0 ? [(0, [cue])] : []) : new Lesson([0], []))];
            var spec = WithVotes with { Network = WithVotes.Network with { Cues = weight } };
            var network = Fit(set, lessons, 64, spec with { Iterations = 12 }, 1);
            var (first, second) = (Said(network, 0).Heard, Said(network, 1).Heard);
            return first / (first + second);
        }

        Assert.InRange(ShareOf(0, 0), 0.2f, 0.8f);
        Assert.InRange(ShareOf(0, 1), 0.95f, 1);
        Assert.InRange(ShareOf(1, 1), 0, 0.05f);
    }

    [Fact]
    public void Cues_that_do_not_count_change_no_weight()
    {
        var (rows, labels) = Rows();
        Lesson[] cued = [.. labels.Zip(rows.Words, (l, w) => new Lesson(l, [(0, w)]))];
        Assert.Equal(
            WeightHash.Of(Fit(rows, labels, Size, WithVotes, 1)),
            WeightHash.Of(Fit(rows, cued, Size, WithVotes, 1)));
    }

    [Fact]
    public void Votes_are_saved_beside_the_network_and_read_again()
    {
        using var folder = new TempFolder();
        var (rows, labels) = Rows();
        var network = Fit(rows, labels, Size, WithVotes, 1);
        var model = NetworkModel.OfVotes(network, ["either", "both"], 1);
        new MLContext(1).Model.Save(model.Chain, model.Schema, folder["votes.zip"]);
        var read = MlNetModelReader.Read(folder["votes.zip"]);
        Assert.Equal(network.Votes!.Weights, read.Weights);
        Assert.Equal(network.Votes.Bias, read.Bias);
        Assert.Equal(network.Votes.Hidden!.Weights, read.Hidden!.Weights);
        Assert.Equal(network.Votes.Hidden.Bias, read.Hidden.Bias);
        Assert.Equal((4, 10, 3), (read.Weights.Count, read.Hidden.Weights.Count, read.Hidden.Weights[0].Length));
        Assert.Equal(WeightHash.Of(network.Votes), WeightHash.Of(read));
        Assert.NotEqual(WeightHash.Of(network), WeightHash.Of(network with { Votes = null }));
    }

    [Fact]
    public void Calibrators_stand_for_votes_as_well()
    {
        var (rows, labels) = Rows();
        var network = Fit(rows, labels, Size, WithVotes, 1);
        var louder = network.Votes! with { Bias = [.. network.Votes.Bias.Select((b, i) => i >= 2 ? b + 9 : b)] };
        var calibrations = MlNetModelReader.Collect(Model(network).Chain, "").Calibrations;
        var shifted = MlNetModelReader.Collect(Model(network with { Votes = louder }).Chain, "").Calibrations;
        var (before, after) = (
            FamilyScores.OfLabels(network with { Calibrations = calibrations }, rows),
            FamilyScores.OfLabels(network with { Votes = louder, Calibrations = shifted }, rows));
        Assert.All(before[0].Zip(after[0]), p => Assert.Equal(p.First, p.Second, 0.02));
        FittedModel Model(LinearWeights weights) =>
            NetworkModel.Of(
                weights, rows, ["either", "both"], (row, label) => labels[row][label] > 0 == (row % 7 > 0), 1);
    }

    private static LinearWeights Fit(PassageSet rows, float[][] labels, int size, FitSpec spec, int seed) =>
        Fit(rows, Lesson.Of(labels), size, spec, seed);

    private static LinearWeights Fit(PassageSet rows, Lesson[] lessons, int size, FitSpec spec, int seed) =>
        NetworkFitter.Fit(rows, lessons, size, spec, seed);

    private static PassageSet Spoken(int[][] words) => new(
        [.. words.Select(Faint)],
        words,
        [.. Enumerable.Range(0, 64).Select(b => new SparseVector([b], [1]))],
        [.. words.Select(_ => Array.Empty<(string, int[])>())]);

    private static (float Heard, float Vote) Said(LinearWeights network, int word)
    {
        var (heard, vote) = (new float[1], new float[1]);
        new WordVotes(network).Of([.. network.Hidden!.Hidden!.Weights.Select(sum => sum[word])], heard, vote);
        return (heard[0], vote[0]);
    }

    /// <summary>Words that the passage as a whole hardly has.</summary>
    private static SparseVector Faint(int[] words)
    {
        int[] buckets = [.. words.Distinct().Order()];
        return new(buckets, [.. buckets.Select(_ => 1e-6f)]);
    }

    /// <summary>Buckets 0 and 1: one label for either but not both, one for both.</summary>
    private static (PassageSet Rows, float[][] Labels) Rows()
    {
        var random = new Random(4);
        var rows = new SparseVector[80];
        var labels = new float[rows.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            var (first, second) = (i % 2 == 1, i % 4 > 1);
            int[] buckets =
                [.. first ? [0] : Array.Empty<int>(), .. second ? [1] : Array.Empty<int>(), 2 + random.Next(3)];
            rows[i] = new(buckets, [.. buckets.Select(_ => 1f)]);
            labels[i] = [first != second ? 1 : 0, first && second ? 1 : 0];
        }

        return (
            new(
                rows,
                [.. rows.Select(r => r.Buckets.Select(b => b).ToArray())],
                [.. Enumerable.Range(0, Size).Select(b => new SparseVector([b], [1]))],
                [.. rows.Select(_ => Array.Empty<(string, int[])>())]),
            labels);
    }

    private static PassageSet With(PassageSet set, SparseVector more) =>
        set with
        {
            Vectors = [.. set.Vectors, more],
            Words = [.. set.Words, more.Buckets],
            Cues = [.. set.Cues, []],
        };
}
