using System.Numerics.Tensors;

namespace Classifier.Core.Models;

/// <summary>
/// What single words say of a family's labels. A label's log-odds rise by the mean of the votes of a passage's words,
/// in which each counts by how much it is listened to: attention that looks at nothing but the word (Bahdanau et al.,
/// "Neural machine translation by jointly learning to align and translate", 2015, https://arxiv.org/abs/1409.0473). A
/// single word that tells of an event is so heard in a long passage as in a short one. Immutable.
/// </summary>
/// <remarks>
/// Both follow from the word alone, so they are worked out once and remembered with it (<see cref="WordSums"/>); a text
/// adds them up as it adds up weights.
/// </remarks>
public sealed class WordVotes
{
    /// <summary>Log-odds that a vote is at most, either way.</summary>
    public const float MostVote = 31;

    /// <summary>Logarithm of how much a word is listened to at most; keeps sums of thousands of words finite.</summary>
    public const float Loudest = 20;

    private const int MostOnStack = 1024;

    private readonly DenseLayer _units;
    private readonly DenseLayer _outputs;

    /// <param name="family">Weights of a family whose labels lie over sums and that has votes.</param>
    public WordVotes(LinearWeights family)
    {
        var votes = family.Votes!;
        Labels = family.Weights.Count;
        (_units, _outputs) = (new(votes.Hidden!), new(votes));
    }

    public int Labels { get; }

    /// <summary>How much each label listens to a word, and the word's vote.</summary>
    /// <param name="columns">The family's sums of a word.</param>
    /// <param name="heard">As long as <see cref="Labels"/>; above 0.</param>
    /// <param name="votes">As long; log-odds, within <see cref="MostVote"/>.</param>
    public void Of(ReadOnlySpan<float> columns, Span<float> heard, Span<float> votes)
    {
        var units = _units.Stride <= MostOnStack ? stackalloc float[_units.Stride] : new float[_units.Stride];
        _units.Answer(columns, units);
        units = units[.._units.Sums];
        TensorPrimitives.Sigmoid(units, units);
        var sums = _outputs.Stride <= MostOnStack ? stackalloc float[_outputs.Stride] : new float[_outputs.Stride];
        _outputs.Answer(units, sums);
        Limit(sums[..Labels], Loudest, heard);
        TensorPrimitives.Exp<float>(heard, heard);
        Limit(sums[Labels..(2 * Labels)], MostVote, votes);
    }

    private static void Limit(ReadOnlySpan<float> values, float most, Span<float> limited)
    {
        TensorPrimitives.Min(values, most, limited);
        TensorPrimitives.Max(limited, -most, limited);
    }

    /// <summary>Adds the mean of all votes to log-odds.</summary>
    /// <param name="heard">How much each label listened to all words together.</param>
    /// <param name="voted">The sum of their votes, each times how much it was listened to.</param>
    /// <param name="logOdds">One for each label.</param>
    public static void AddTo(ReadOnlySpan<float> heard, ReadOnlySpan<float> voted, Span<float> logOdds)
    {
        for (var label = 0; label < logOdds.Length; label++)
        {
            logOdds[label] += heard[label] > 0 ? voted[label] / heard[label] : 0;
        }
    }
}
