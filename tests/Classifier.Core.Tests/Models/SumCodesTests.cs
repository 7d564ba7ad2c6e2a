using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class SumCodesTests
{
    [Theory]
    [InlineData(1, -14)]
    [InlineData(-3.5f, -13)]
    [InlineData(40_000, 1)]
    [InlineData(0, 0)]
    [InlineData(1e-40f, -126)]
    [InlineData(3e38f, 113)]
    public void The_largest_sum_sets_the_step(float largest, int power)
    {
        float[] sums = [largest, largest / 2, 0, 0, 0, 0, 0, -largest / 4];
        var numbers = new short[8];
        Assert.Equal(power, SumCodes.Write(sums, 8, numbers));
        var step = Math.Pow(2, power);
        Assert.All(sums.Zip(numbers), p => Assert.Equal(p.First, p.Second * step, step / 2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-3.5f)]
    [InlineData(0.99999f)]
    public void What_rounding_takes_can_be_kept(float largest)
    {
        float[] sums = [largest, largest / 3, -largest / 7, 0, 0, 0, 0, 0];
        var (numbers, total) = (new short[8], new float[3]);
        var step = MathF.ScaleB(1, SumCodes.Write(sums, 3, numbers));
        SumCodes.AddTo(total, [.. numbers.Select(n => n * step)], 3, 1);
        Assert.Equal(0, sums[0] - total[0], 1e-6f);
        Assert.All(sums.Zip(total), p => Assert.Equal(p.First, p.Second, 1e-7f * MathF.Abs(largest)));
    }
}
