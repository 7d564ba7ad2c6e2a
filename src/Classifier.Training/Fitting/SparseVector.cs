using Classifier.Core.Features;
using Microsoft.ML.Data;

namespace Classifier.Training.Fitting;

/// <summary>Features of one row with each bucket once, in rising order, as ML.NET wants them.</summary>
internal readonly record struct SparseVector(int[] Buckets, float[] Values)
{
    /// <summary>Adds up the values of equal buckets.</summary>
    public static SparseVector From(FeatureList features)
    {
        var buckets = features.Buckets.ToArray();
        var values = features.Values.ToArray();
        Array.Sort(buckets, values);
        var count = 0;
        for (var i = 0; i < buckets.Length; i++)
        {
            if (count > 0 && buckets[count - 1] == buckets[i])
            {
                values[count - 1] += values[i];
            }
            else
            {
                (buckets[count], values[count]) = (buckets[i], values[i]);
                count++;
            }
        }

        return new(buckets[..count], values[..count]);
    }

    /// <summary>Without the buckets that are rare in the training rows.</summary>
    public SparseVector Without(bool[] rare)
    {
        var count = Buckets.Count(b => !rare[b]);
        if (count == Buckets.Length)
        {
            return this;
        }

        var (buckets, values) = (new int[count], new float[count]);
        for (int i = 0, at = 0; at < count; i++)
        {
            if (!rare[Buckets[i]])
            {
                (buckets[at], values[at++]) = (Buckets[i], Values[i]);
            }
        }

        return new(buckets, values);
    }

    public VBuffer<float> ToBuffer(int size) => new(size, Buckets.Length, Values, Buckets);

    /// <summary>Marks the buckets that fewer than <paramref name="minCount"/> rows have.</summary>
    public static bool[] Rare(IEnumerable<SparseVector> rows, int size, int minCount)
    {
        var counts = new int[size];
        foreach (var row in rows)
        {
            foreach (var bucket in row.Buckets)
            {
                counts[bucket]++;
            }
        }

        return [.. counts.Select(c => c < minCount)];
    }
}
