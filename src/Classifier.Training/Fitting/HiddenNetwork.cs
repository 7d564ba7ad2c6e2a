using System.Numerics.Tensors;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>
/// A network with one hidden layer of hyperbolic tangents and a logistic output for each label: labels that go with
/// each other share what the layer finds, and features count for more or less beside others. One thread, passages in an
/// order that the seed decides: the same rows give the same weights.
/// </summary>
internal sealed class HiddenNetwork
{
    private const float FirstWeights = 0.1f;

    /// <summary>Log-odds of a label before anything is learned: labels are rare.</summary>
    private const float FirstBias = -2;

    private readonly NetworkSpec _spec;
    private readonly AdamTable _units;
    private readonly AdamTable _unitBias;
    private readonly Random _random;
    private readonly float[] _hidden;
    private readonly float[] _unitError;
    private readonly float[] _error;

    public HiddenNetwork(NetworkSpec spec, int features, int labels, int seed)
    {
        _spec = spec;
        _random = new Random(seed);
        _units = new AdamTable(features, spec.Units);
        _unitBias = new AdamTable(1, spec.Units);
        Outputs = new OutputLayer(labels, spec.Units);
        (_hidden, _unitError, _error) = (new float[spec.Units], new float[spec.Units], new float[labels]);
        _units.Scatter(_random, FirstWeights);
        Outputs.Begin(_random, MathF.Sqrt(3f / spec.Units), FirstBias);
        Votes = spec.Votes > 0 ? new VoteLayer(_units, (spec.Units, spec.Votes, labels), spec.Cues, _random) : null;
    }

    /// <summary>Weights of a feature toward the units.</summary>
    public ReadOnlySpan<float> UnitsOf(int feature) => _units[feature];

    public ReadOnlySpan<float> UnitBias => _unitBias[0];

    public OutputLayer Outputs { get; }

    /// <summary>What single words add; null if they have no vote.</summary>
    public VoteLayer? Votes { get; }

    /// <summary>Learns from the passages, all of them once in each epoch.</summary>
    /// <param name="passages">Vectors whose buckets are features of this network.</param>
    /// <param name="lessons">What each is to teach.</param>
    /// <param name="epochs">Passes over the passages.</param>
    /// <param name="done">Called after each.</param>
    public void Learn(PassageSet passages, IReadOnlyList<Lesson> lessons, int epochs, Action? done = null)
    {
        var order = Enumerable.Range(0, passages.Vectors.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var rate = _spec.Rate * (1 - ((float)epoch / epochs));
            _random.Shuffle(order);
            foreach (var batch in order.Chunk(_spec.Batch))
            {
                foreach (var row in batch)
                {
                    Pull(passages, row, lessons[row], 1f / batch.Length);
                }

                Step(rate);
            }

            done?.Invoke();
        }
    }

    private void Pull(PassageSet passages, int row, Lesson lesson, float share)
    {
        var vector = passages.Vectors[row];
        Answer(vector);
        Votes?.AddTo(_error, passages.Words[row], passages.WordVectors);
        TensorPrimitives.Sigmoid<float>(_error, _error);
        TensorPrimitives.Subtract<float>(_error, lesson.Labels, _error);
        Outputs.Pull(_hidden, _error, share, _unitError);
        TanhSlope(_hidden, _unitError);
        _unitBias.Pull(0, _unitError, share);
        for (var i = 0; i < vector.Buckets.Length; i++)
        {
            _units.Pull(vector.Buckets[i], _unitError, share * vector.Values[i]);
        }

        Votes?.Pull(_error, lesson.Cues, share, passages.WordVectors);
    }

    /// <summary>Turns errors of hyperbolic tangents into those of what they are of.</summary>
    internal static void TanhSlope(ReadOnlySpan<float> answers, Span<float> errors)
    {
        for (var unit = 0; unit < errors.Length; unit++)
        {
            errors[unit] *= 1 - (answers[unit] * answers[unit]);
        }
    }

    /// <summary>Leaves the layer's answer in the hidden buffer, and the labels' log-odds in that of errors.</summary>
    private void Answer(SparseVector row)
    {
        Span<float> hidden = _hidden;
        _unitBias[0].CopyTo(hidden);
        for (var i = 0; i < row.Buckets.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(_units[row.Buckets[i]], row.Values[i], hidden, hidden);
        }

        TensorPrimitives.Tanh<float>(hidden, hidden);
        Outputs.Answer(hidden, _error);
    }

    private void Step(float rate)
    {
        _units.Step(rate);
        _unitBias.Step(rate);
        Outputs.Step(rate);
        Votes?.Step(rate);
    }
}
