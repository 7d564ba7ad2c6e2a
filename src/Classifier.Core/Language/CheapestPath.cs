using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>
/// The cheapest way through the tokens of a text where each tag has a cost at each token and every change of tag has a
/// price (the algorithm of Viterbi). Languages change between sentences and at quotation marks; inside a sentence a
/// change costs more.
/// </summary>
internal static class CheapestPath
{
    /// <summary>
    /// In nats; tuned on paragraphs stitched from lines of the training text that the tuning model had not seen.
    /// </summary>
    private const float ChangePrice = 4;

    /// <summary>
    /// On top for a change to the first tag, the unknown language: what looks like one is most often a name.
    /// </summary>
    private const float UndeterminedExtra = 2.5f;

    private const float ChangePriceAtBreak = 2.5f;

    /// <param name="tokens">The tokens.</param>
    /// <param name="costs">In nats, token by token, one for each tag; the first tag is the unknown language.</param>
    /// <param name="tags">How many tags there are, 255 at most.</param>
    /// <returns>The tag of each token.</returns>
    public static byte[] Find(ReadOnlySpan<Token> tokens, ReadOnlySpan<float> costs, int tags)
    {
        var total = new float[tags];
        var next = new float[tags];
        var from = new byte[tokens.Length * tags];
        for (var t = 0; t < tokens.Length; t++)
        {
            var best = Cheapest(total);
            var price = PriceBefore(tokens, t);
            for (var i = 0; i < tags; i++)
            {
                var change = total[best] + price + (i == 0 ? UndeterminedExtra : 0);
                var stays = total[i] <= change;
                from[(t * tags) + i] = (byte)(stays ? i : best);
                next[i] = (stays ? total[i] : change) + costs[(t * tags) + i];
            }

            (total, next) = (next, total);
            Rebase(total);
        }

        return Trace(from, Cheapest(total), tokens.Length, tags);
    }

    private static float PriceBefore(ReadOnlySpan<Token> tokens, int t) =>
        t > 0 && (tokens[t].BreakBefore || tokens[t].Quoted != tokens[t - 1].Quoted) ? ChangePriceAtBreak : ChangePrice;

    /// <summary>Keeps the sums small: in a long document a float would lose the differences.</summary>
    private static void Rebase(float[] total)
    {
        var least = total[Cheapest(total)];
        for (var i = 0; i < total.Length; i++)
        {
            total[i] -= least;
        }
    }

    private static int Cheapest(float[] total) => System.Numerics.Tensors.TensorPrimitives.IndexOfMin<float>(total);

    private static byte[] Trace(byte[] from, int last, int tokens, int tags)
    {
        var path = new byte[tokens];
        for (var t = tokens - 1; t >= 0; t--)
        {
            path[t] = (byte)last;
            last = from[(t * tags) + last];
        }

        return path;
    }
}
