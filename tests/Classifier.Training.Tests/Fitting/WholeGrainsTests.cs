using Classifier.Training.Fitting;

namespace Classifier.Training.Tests.Fitting;

public sealed class WholeGrainsTests
{
    [Fact]
    public void Weights_become_the_nearest_multiples_that_a_byte_can_count() =>
        Assert.Equal([0, 0.25f, -0.5f, 31.75f, -31.75f], WholeGrains.Round([0.1f, 0.2f, -0.6f, 40, -99], 0.25f));

    [Fact]
    public void No_grain_leaves_them() => Assert.Equal([0.1f, 40], WholeGrains.Round([0.1f, 40], 0));
}
