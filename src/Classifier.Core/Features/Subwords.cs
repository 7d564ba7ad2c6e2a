using Microsoft.ML.Tokenizers;

namespace Classifier.Core.Features;

/// <summary>
/// The o200k_base pieces of a text. Off by default; the recipe's <c>features.subwords</c> switches it on.
/// </summary>
internal sealed class Subwords
{
    private readonly Tokenizer _tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    public void Add(ReadOnlySpan<char> text, float weight, int mask, FeatureList into)
    {
        var ids = _tokenizer.EncodeToIds(text);
        var value = weight / MathF.Sqrt(Math.Max(1, ids.Count));
        foreach (var id in ids)
        {
            var hash = FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(Blocks.Subword), (uint)id));
            into.Add((int)(hash & (uint)mask), value, FeatureList.WholeText, FeatureList.WholeText);
        }
    }
}
