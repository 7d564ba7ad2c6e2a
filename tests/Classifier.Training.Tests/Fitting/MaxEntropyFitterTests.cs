using Classifier.Core.Text;
using Classifier.Training.Fitting;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.Fitting;

public sealed class MaxEntropyFitterTests
{
    private const int Size = 8;

    private static readonly LanguageFit Spec = new() { Epochs = 50, MinCount = 1, Grain = 0.01f };

    [Fact]
    public void Each_class_is_told_by_its_own_feature()
    {
        var (weights, bias) = Fit(Spec);
        for (var c = 0; c < 3; c++)
        {
            var scores = weights.Select((w, i) => w[c] + bias[i]).ToList();
            Assert.Equal(c, scores.IndexOf(scores.Max()));
        }
    }

    [Fact]
    public void The_same_rows_give_the_same_weights()
    {
        var (first, second) = (Fit(Spec), Fit(Spec));
        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.Bias, second.Bias);
        Assert.NotEqual(first.Weights, MaxEntropyFitter.Fit(Rows(), Size, Spec, 2).Weights);
    }

    [Fact]
    public void Weights_are_whole_grains()
    {
        var (weights, _) = Fit(Spec with { Grain = 0.5f });
        Assert.Contains(weights.SelectMany(w => w), w => w != 0);
        Assert.All(weights.SelectMany(w => w), w => Assert.Equal(0, w % 0.5f));
    }

    [Fact]
    public void Small_weights_are_left_out()
    {
        var (weights, _) = Fit(Spec with { Grain = 1, LeastGrains = 10 });
        Assert.All(weights.SelectMany(w => w), w => Assert.Equal(0, w));
    }

    [Fact]
    public void Large_values_do_not_overflow()
    {
        var rows = Rows();
        rows.Vectors[0] = new([0, 3], [1000, 1000]);
        var (weights, bias) = MaxEntropyFitter.Fit(rows, Size, Spec, 1);
        Assert.All(weights.SelectMany(w => w).Concat(bias), w => Assert.True(float.IsFinite(w)));
    }

    [Fact]
    public void Rare_features_have_no_weight()
    {
        var rows = Rows();
        rows.Vectors[0] = new([0, 7], [1, 1]);
        var (weights, _) = MaxEntropyFitter.Fit(rows, Size, Spec with { MinCount = 2 }, 1);
        Assert.All(weights, w => Assert.Equal(0, w[7]));
        Assert.Contains(weights, w => w[0] != 0);
    }

    [Fact]
    public void Balance_makes_up_for_a_small_class()
    {
        float Small(float balance) => Fit(Spec with { Balance = balance, Epochs = 2 }).Weights[2][2];
        Assert.True(Small(1) > Small(0));
    }

    private static (float[][] Weights, float[] Bias) Fit(LanguageFit spec) =>
        MaxEntropyFitter.Fit(Rows(), Size, spec, 1);

    /// <summary>
    /// Forty rows of the first class, thirty of the second, four of the third; feature 3 says nothing.
    /// </summary>
    private static LanguageVectors Rows()
    {
        int[] classes = [.. Enumerable.Repeat(0, 40), .. Enumerable.Repeat(1, 30), .. Enumerable.Repeat(2, 4)];
        return new(Script.Latin, ["a", "b", "c"], [.. classes.Select(c => new SparseVector([c, 3], [1, 1]))], classes);
    }
}
