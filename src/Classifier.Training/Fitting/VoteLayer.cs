using System.Numerics.Tensors;

namespace Classifier.Training.Fitting;

/// <summary>
/// The part of a network that hears single words (<see cref="Core.Models.WordVotes"/>): units over what the network's
/// own table has of a word, and over them, for each label, how much the word is listened to and how it votes.
/// </summary>
internal sealed class VoteLayer
{
    /// <summary>
    /// Keeps the units of most words out of the flat ends of the hyperbolic tangent when learning begins.
    /// </summary>
    private const float Damping = 0.5f;

    private readonly AdamTable _table;
    private readonly AdamTable _mix;
    private readonly AdamTable _bias;
    private readonly int _labels;
    private readonly CueTeacher _teacher;
    private readonly float[] _unitError;
    private readonly float[] _wordError;
    private readonly float[] _outputError;
    private readonly List<HeardWord> _heard = [];
    private readonly float[] _loudness;
    private readonly float[] _mean;
    private int _words;

    /// <param name="table">What the network has of each feature.</param>
    /// <param name="size">Columns of the table, units of this layer, and labels.</param>
    /// <param name="cueWeight">How much listening to cues counts; see <see cref="Recipes.NetworkSpec.Cues"/>.</param>
    /// <param name="random">The network's own.</param>
    public VoteLayer(AdamTable table, (int Columns, int Units, int Labels) size, float cueWeight, Random random)
    {
        var labels = size.Labels;
        (_table, _labels) = (table, labels);
        (_mix, _bias) = (new AdamTable(size.Units, size.Columns), new AdamTable(1, size.Units));
        Outputs = new OutputLayer(2 * labels, size.Units);
        _mix.Scatter(random, 1 / MathF.Sqrt(size.Columns));
        Outputs.Begin(random, 1 / MathF.Sqrt(size.Units), 0);
        (_unitError, _wordError, _outputError) =
            (new float[size.Units], new float[size.Columns], new float[2 * labels]);
        _teacher = new CueTeacher(labels, cueWeight);
        (_loudness, _mean) = (new float[labels], new float[labels]);
    }

    /// <summary>For each label how much it listens, then for each the vote.</summary>
    public OutputLayer Outputs { get; }

    public ReadOnlySpan<float> UnitBias => _bias[0];

    /// <summary>What the units make of a word.</summary>
    /// <param name="word">Sums of the network's table.</param>
    /// <param name="units">One for each unit, without its bias; overwritten.</param>
    public void Mix(ReadOnlySpan<float> word, Span<float> units)
    {
        for (var unit = 0; unit < units.Length; unit++)
        {
            units[unit] = Damping * TensorPrimitives.Dot(_mix[unit], word);
        }
    }

    /// <summary>Adds the mean vote of a passage's words to log-odds, and remembers how it came about.</summary>
    public void AddTo(Span<float> logOdds, int[] words, IReadOnlyList<SparseVector> vectors)
    {
        Hear(words, vectors);
        _loudness.AsSpan().Clear();
        _mean.AsSpan().Clear();
        foreach (var word in _heard[.._words])
        {
            TensorPrimitives.Exp(word.Outputs.AsSpan(0, _labels), word.Shares);
            TensorPrimitives.Multiply(word.Shares, (float)word.Times, word.Shares);
            TensorPrimitives.Add(_loudness, word.Shares, _loudness);
            TensorPrimitives.MultiplyAdd(word.Shares, word.Outputs.AsSpan(_labels), _mean, _mean);
        }

        if (_words > 0)
        {
            TensorPrimitives.Divide(_mean, _loudness, _mean);
            TensorPrimitives.Add(logOdds, _mean, logOdds);
        }
    }

    /// <summary>Pulls at all that the passage heard last was made of.</summary>
    /// <param name="error">How far each label's probability is too high.</param>
    /// <param name="cues">The words that labels are to listen to.</param>
    /// <param name="share">The passage's part of the batch.</param>
    /// <param name="vectors">The words.</param>
    public void Pull(
        ReadOnlySpan<float> error,
        IReadOnlyList<(int Label, int[] Words)> cues,
        float share,
        IReadOnlyList<SparseVector> vectors)
    {
        var heard = _heard[.._words];
        heard.ForEach(word => TensorPrimitives.Divide(word.Shares, _loudness, word.Shares));
        _teacher.Begin(cues, heard);
        foreach (var word in heard)
        {
            var listening = _outputError.AsSpan(0, _labels);
            var voting = _outputError.AsSpan(_labels);
            TensorPrimitives.Multiply(word.Shares, error, voting);
            TensorPrimitives.Subtract(word.Outputs.AsSpan(_labels), _mean, listening);
            TensorPrimitives.Multiply(listening, voting, listening);
            _teacher.AddGradient(word, listening);
            Outputs.Pull(word.Units, _outputError, share, _unitError);
            HiddenNetwork.TanhSlope(word.Units, _unitError);
            PullUnits(word, share, vectors[word.Word]);
        }
    }

    public void Step(float rate)
    {
        _mix.Step(rate);
        _bias.Step(rate);
        Outputs.Step(rate);
    }

    private void Hear(int[] words, IReadOnlyList<SparseVector> vectors)
    {
        _words = 0;
        foreach (var group in words.CountBy(w => w))
        {
            if (_words == _heard.Count)
            {
                _heard.Add(new(_wordError.Length, _unitError.Length, _labels));
            }

            var word = _heard[_words++];
            (word.Word, word.Times) = (group.Key, group.Value);
            Answer(word, vectors[word.Word]);
        }
    }

    private void Answer(HeardWord word, SparseVector vector)
    {
        var sums = word.Sums.AsSpan();
        sums.Clear();
        for (var i = 0; i < vector.Buckets.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(_table[vector.Buckets[i]], vector.Values[i], sums, sums);
        }

        Mix(sums, word.Units);
        TensorPrimitives.Add(word.Units, _bias[0], word.Units);
        TensorPrimitives.Tanh<float>(word.Units, word.Units);
        Outputs.Answer(word.Units, word.Outputs);
    }

    private void PullUnits(HeardWord word, float share, SparseVector vector)
    {
        _bias.Pull(0, _unitError, share);
        _wordError.AsSpan().Clear();
        for (var unit = 0; unit < _unitError.Length; unit++)
        {
            TensorPrimitives.MultiplyAdd(_mix[unit], Damping * _unitError[unit], _wordError, _wordError);
            _mix.Pull(unit, word.Sums, Damping * share * _unitError[unit]);
        }

        for (var i = 0; i < vector.Buckets.Length; i++)
        {
            _table.Pull(vector.Buckets[i], _wordError, share * vector.Values[i]);
        }
    }
}
