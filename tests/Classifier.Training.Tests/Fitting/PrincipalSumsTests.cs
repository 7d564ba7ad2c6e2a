using Classifier.Training.Fitting;

namespace Classifier.Training.Tests.Fitting;

public sealed class PrincipalSumsTests
{
    /// <summary>Three units, all made of two things that vary apart.</summary>
    private static readonly float[][] Rows = Made(new Random(3));

    [Fact]
    public void As_many_sums_as_things_that_vary_rebuild_every_unit()
    {
        var components = PrincipalSums.Of(Rows, [1, 2, 0.5], 2);
        Assert.All(
            Rows, row => Assert.All(Rebuilt(components, row, 1).Zip(row), p => Assert.Equal(p.Second, p.First, 1e-4)));
    }

    [Fact]
    public void What_the_sums_were_divided_by_is_made_good()
    {
        var components = PrincipalSums.Of(Rows, [1, 1, 1], 2);
        Assert.All(
            Rows, row => Assert.All(Rebuilt(components, row, 8).Zip(row), p => Assert.Equal(p.Second, p.First, 1e-4)));
    }

    [Fact]
    public void One_sum_serves_the_unit_that_counts_most()
    {
        double Error(double[] importance, int unit)
        {
            var components = PrincipalSums.Of(Rows, importance, 1);
            return Rows.Average(row => Math.Pow(Rebuilt(components, row, 1)[unit] - row[unit], 2));
        }

        Assert.True(Error([100, 1, 1], 0) < Error([1, 100, 1], 0) / 100);
        Assert.True(Error([1, 100, 1], 1) < Error([100, 1, 1], 1) / 100);
    }

    private static float[] Rebuilt(PrincipalSums components, float[] row, float scale)
    {
        var sums = components.Of(row);
        var (weights, bias) = components.Units(scale);
        return [.. weights.Select((w, unit) => bias[unit] + w.Zip(sums, (weight, sum) => weight * sum / scale).Sum())];
    }

    private static float[][] Made(Random random)
    {
        var rows = new float[200][];
        for (var i = 0; i < rows.Length; i++)
        {
            var (first, second) = (random.NextSingle(), 3 * random.NextSingle());
            rows[i] = [5 + first, second - 2, first - second];
        }

        return rows;
    }
}
