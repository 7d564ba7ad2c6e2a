using Classifier.Core.Models;
using CsCheck;

namespace Classifier.Core.Tests.Models;

public sealed class GrainsTests
{
    /// <summary>Lengths around those of vectors, and of nothing.</summary>
    private static readonly Gen<int> Length = Gen.OneOfConst(0, 1, 7, 8, 31, 32, 33, 64, 100);

    [Fact]
    public void Whole_numbers_of_grains_are_counted() =>
        Gen.Select(Length.SelectMany(n => Gen.SByte[-127, 127].Array[n]), Gen.OneOfConst(0.25f, 0.1f, 3f, 1e-20f))
            .Sample(
                (numbers, grain) =>
                    Assert.Equal([numbers], Grains.Count([[.. numbers.Select(n => n * grain)]], grain)!),
                iter: 500);

    [Theory]
    [InlineData(128f)]
    [InlineData(-128f)]
    [InlineData(0.5f)]
    [InlineData(1.0000001f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void One_weight_that_is_none_is_enough_for_none(float weight)
    {
        for (var at = 0; at < 70; at++)
        {
            float[][] columns = [new float[70], [.. Enumerable.Repeat(1f, 70)]];
            columns[1][at] = weight;
            Assert.Null(Grains.Count(columns, 1));
        }
    }

    [Theory]
    [InlineData(new float[] { }, 0)]
    [InlineData(new float[] { 0, -0f }, 0)]
    [InlineData(new float[] { 3, 0, -2, 5 }, 2)]
    [InlineData(new float[] { 1, float.Epsilon, -1e-30f }, float.Epsilon)]
    [InlineData(new float[] { float.NaN, 4, float.NegativeInfinity }, 4)]
    [InlineData(new float[] { float.NaN, float.PositiveInfinity, 0 }, 0)]
    public void The_least_is_the_smallest_that_is_not_0(float[] weights, float least) =>
        Assert.Equal(least, Grains.LeastOf([[0, 0], weights]));
}
