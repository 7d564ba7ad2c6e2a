using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Classifier.Training.Fitting;

/// <summary>
/// The principal components of what many units sum up over the training passages, each unit counted by what hangs on
/// it: the few sums from which all are rebuilt with the least error (Jolliffe, Principal Component Analysis, 2002).
/// </summary>
internal sealed class PrincipalSums
{
    private readonly double[] _importance;
    private readonly double[] _mean;

    /// <summary>Units by sums, of length 1 and at right angles.</summary>
    private readonly Matrix<double> _axes;

    /// <summary>For each sum, the weight of each unit's sum in it.</summary>
    private readonly float[][] _toSums;

    /// <summary>Native libraries, which it would look for by itself, give other weights on other machines.</summary>
    static PrincipalSums() => LinearAlgebraControl.UseManaged();

    private PrincipalSums(double[] importance, double[] mean, Matrix<double> axes)
    {
        (_importance, _mean, _axes) = (importance, mean, axes);
        _toSums = [.. axes.EnumerateColumns()
            .Select(axis => axis.Select((a, unit) => (float)(a * importance[unit])).ToArray())];
    }

    /// <param name="rows">For each passage, what each unit sums up, without its bias.</param>
    /// <param name="importance">How much an error in each unit's sum counts; above 0.</param>
    /// <param name="count">Sums that are kept, at most as many as units.</param>
    public static PrincipalSums Of(IReadOnlyList<float[]> rows, double[] importance, int count)
    {
        var mean = new double[importance.Length];
        foreach (var row in rows)
        {
            for (var unit = 0; unit < mean.Length; unit++)
            {
                mean[unit] += row[unit] * importance[unit] / rows.Count;
            }
        }

        // In rising order of the variance that each explains.
        var vectors = Covariance(rows, importance, mean).Evd(Symmetricity.Symmetric).EigenVectors;
        return new(importance, mean, vectors.SubMatrix(0, mean.Length, mean.Length - count, count));
    }

    /// <summary>A feature's weights toward the sums.</summary>
    /// <param name="units">Its weights toward the units.</param>
    public float[] Of(float[] units) => [.. _toSums.Select(axis => TensorPrimitives.Dot<float>(axis, units))];

    /// <summary>The units made of the sums: for each its weights, and what is added to them.</summary>
    /// <param name="scale">What the sums were divided by.</param>
    public (float[][] Weights, float[] Bias) Units(float scale)
    {
        var middle = _axes.TransposeThisAndMultiply(Vector<double>.Build.Dense(_mean));
        var (weights, bias) = (new float[_mean.Length][], new float[_mean.Length]);
        for (var unit = 0; unit < _mean.Length; unit++)
        {
            var axis = _axes.Row(unit);
            weights[unit] = [.. axis.Select(a => (float)(a * scale / _importance[unit]))];
            bias[unit] = (float)((_mean[unit] - axis.DotProduct(middle)) / _importance[unit]);
        }

        return (weights, bias);
    }

    private static Matrix<double> Covariance(IReadOnlyList<float[]> rows, double[] importance, double[] mean)
    {
        var covariance = new double[mean.Length, mean.Length];
        Parallel.For(0, mean.Length, i =>
        {
            foreach (var row in rows)
            {
                var own = (row[i] * importance[i]) - mean[i];
                for (var j = 0; j <= i; j++)
                {
                    covariance[i, j] += own * ((row[j] * importance[j]) - mean[j]);
                }
            }

            for (var j = 0; j <= i; j++)
            {
                covariance[j, i] = covariance[i, j];
            }
        });
        return Matrix<double>.Build.DenseOfArray(covariance);
    }
}
