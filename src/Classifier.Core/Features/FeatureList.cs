namespace Classifier.Core.Features;

/// <summary>
/// Features of one text as parallel arrays: bucket, value, and the tokens they came from. A bucket may come more than
/// once; values then add up. Reusable scratch; belongs to one call at a time.
/// </summary>
public sealed class FeatureList
{
    private int[] _buckets = new int[2048];
    private float[] _values = new float[2048];
    private int[] _first = new int[2048];
    private int[] _last = new int[2048];

    /// <summary>Marks a feature of the whole text.</summary>
    public const int WholeText = -1;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Buckets => _buckets.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, Count);

    /// <summary>First token of each feature, or <see cref="WholeText"/>.</summary>
    public ReadOnlySpan<int> First => _first.AsSpan(0, Count);

    /// <summary>Last token of each feature, inclusive.</summary>
    public ReadOnlySpan<int> Last => _last.AsSpan(0, Count);

    internal void Clear() => Count = 0;

    internal void Add(int bucket, float value, int first, int last)
    {
        if (Count == _buckets.Length)
        {
            Grow();
        }

        _buckets[Count] = bucket;
        _values[Count] = value;
        _first[Count] = first;
        _last[Count] = last;
        Count++;
    }

    private void Grow()
    {
        Array.Resize(ref _buckets, Count * 2);
        Array.Resize(ref _values, Count * 2);
        Array.Resize(ref _first, Count * 2);
        Array.Resize(ref _last, Count * 2);
    }
}
