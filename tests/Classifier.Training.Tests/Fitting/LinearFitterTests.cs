using Classifier.Core.Models;
using Classifier.Training.Fitting;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.Fitting;

public sealed class LinearFitterTests
{
    private static readonly SparseVector[] Rows =
    [
        new([0, 3], [1, 0.5f]), new([0], [1]), new([1, 3], [1, 0.7f]), new([1], [1]),
        new([2, 3], [1, 0.2f]), new([2], [1])
    ];

    [Theory]
    [InlineData("lbfgs")]
    [InlineData("sdca")]
    public void Weights_of_classes_are_whole_grains_where_the_recipe_has_one(string trainer)
    {
        Assert.DoesNotContain(WeightsOf(trainer, 0), w => w != 0 && w % 0.125f == 0);
        var rounded = WeightsOf(trainer, 0.125f);
        Assert.All(rounded, w => Assert.Equal(0, w % 0.125f));
        Assert.Contains(rounded, w => w != 0);
    }

    private static IEnumerable<float> WeightsOf(string trainer, float grain)
    {
        var spec = new FitSpec { Trainer = trainer, L2 = 0.01f, MinCount = 1, Grain = grain };
        var model = LinearFitter.FitClasses(Rows, [0, 0, 1, 1, 2, 2], 4, spec, 1);
        return MlNetModelReader.Collect(model.Chain, "model.zip").Weights.SelectMany(w => w);
    }
}
