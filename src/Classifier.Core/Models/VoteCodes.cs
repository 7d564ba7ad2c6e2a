using System.Runtime.Intrinsics;

namespace Classifier.Core.Models;

/// <summary>
/// Votes of a word in 16 bits each, so that all that is remembered of a word takes a line of the cache less. How much a
/// word is listened to is the upper half of a float (bfloat16, right to 1 in 256, and no sum grows by it: the same
/// number stands above and below the line of the mean); a vote is a number of steps of 1/1024. Probabilities move by
/// less than 0.001.
/// </summary>
internal static class VoteCodes
{
    private const int Lanes = 8;
    private const int Half = 16;
    private const float Step = 1f / 1024;

    /// <summary>Numbers behind a word's codes that <see cref="Add"/> looks at and leaves out.</summary>
    public const int Spare = Lanes - 1;

    /// <summary>Room of a word: how much each label listens, then each vote.</summary>
    public static int RoomFor(int labels) => 2 * labels;

    /// <summary>Length of sums over the labels: whole vectors.</summary>
    public static int PaddedTo(int labels) => (labels + Lanes - 1) / Lanes * Lanes;

    /// <param name="heard">For each label, above 0, or 0.</param>
    /// <param name="votes">As many; within <see cref="WordVotes.MostVote"/>.</param>
    /// <param name="codes">As long as <see cref="RoomFor"/> says; overwritten.</param>
    public static void Write(ReadOnlySpan<float> heard, ReadOnlySpan<float> votes, Span<short> codes)
    {
        for (var label = 0; label < heard.Length; label++)
        {
            codes[label] = (short)((BitConverter.SingleToUInt32Bits(heard[label]) + (1u << (Half - 1))) >> Half);
            codes[heard.Length + label] = (short)MathF.Round(votes[label] / Step);
        }
    }

    /// <summary>Adds how much a word is listened to, and that times its vote.</summary>
    /// <param name="codes">The word's, and <see cref="Spare"/> numbers more.</param>
    /// <param name="labels">How many labels.</param>
    /// <param name="heard">Sums, as long as <see cref="PaddedTo"/> says.</param>
    /// <param name="voted">As long.</param>
    public static void Add(ReadOnlySpan<short> codes, int labels, Span<float> heard, Span<float> voted)
    {
        for (var label = 0; label < labels; label += Lanes)
        {
            var present = Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(labels - label)).AsSingle();
            var own = Heard(codes[label..]) & present;
            var sum = heard[label..];
            (own + Vector256.Create<float>(sum)).CopyTo(sum);
            sum = voted[label..];
            Vector256.MultiplyAddEstimate(own, Votes(codes[(labels + label)..]), Vector256.Create<float>(sum))
                .CopyTo(sum);
        }
    }

    /// <summary>How much one label listens to the word, and the word's vote on it.</summary>
    public static (float Heard, float Vote) Of(ReadOnlySpan<short> codes, int labels, int label) =>
        (BitConverter.Int32BitsToSingle(codes[label] << Half), codes[labels + label] * Step);

    private static Vector256<float> Heard(ReadOnlySpan<short> codes) =>
        Vector256.ShiftLeft(Widened(codes), Half).AsSingle();

    private static Vector256<float> Votes(ReadOnlySpan<short> codes) =>
        Vector256.ConvertToSingle(Widened(codes)) * Step;

    private static Vector256<int> Widened(ReadOnlySpan<short> codes) =>
        Vector256.WidenLower(Vector128.Create(codes).ToVector256Unsafe());
}
