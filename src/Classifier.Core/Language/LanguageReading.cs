using Classifier.Core.Features;
using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>
/// What was read of a run of tokens. One look at each token gives the sums and all that scales them.
/// </summary>
/// <param name="Words">Words outside hashtags; 0 where there are none, and hashtags were read instead.</param>
/// <param name="Divisor">What the sums are divided by; 0 where no word of the script was read.</param>
internal readonly record struct LanguageReading(int Words, float Divisor)
{
    /// <summary>Binary places of a token's place.</summary>
    private const int Fraction = 16;

    /// <summary>
    /// Adds up words and pairs of words; with the divisor they make what <see cref="LanguageFeatures.Extract"/> lists.
    /// </summary>
    /// <param name="text">A normalised text.</param>
    /// <param name="script">The script whose words count.</param>
    /// <param name="spec">Sizes.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last token.</param>
    /// <param name="count">
    /// How many of the tokens are read, at most all; fewer lie evenly between the first and the last, and then make no
    /// pairs, as they are no neighbours.
    /// </param>
    /// <param name="words">Cleared, and given the sums.</param>
    /// <param name="pairs">Overwritten.</param>
    public static LanguageReading Of(
        NormalizedText text,
        Script script,
        LanguageSpec spec,
        int first,
        int end,
        int count,
        WordSums words,
        FeatureList pairs)
    {
        words.Clear();
        pairs.Clear();
        var hashtags = (text.Cues & TextCues.Hashtag) != 0
            && LanguageFeatures.CountWords(text, script, first, end) == 0;
        var writer = new LanguageFeatures.Writer(spec, script, 1, pairs);
        var step = count > 0 ? ((long)(end - first) << Fraction) / count : 0;
        var (read, letters) = (0, 0);
        for (var n = 0; n < count; n++)
        {
            var token = TokenAt(n);
            if (n + WordSums.Ahead < count)
            {
                words.Fetch(text, TokenAt(n + WordSums.Ahead));
            }

            if (LanguageFeatures.Counts(text, script, token, hashtags))
            {
                read++;
                letters += text.Plain.Bounded(token).Length;
                words.Add(text, token);
                if (count == end - first)
                {
                    writer.AddPair(LanguageFeatures.WordHash(text, token), token);
                }
            }
        }

        words.Add(pairs);
        return new(hashtags ? 0 : read, read == 0 ? 0 : MathF.Pow(letters * spec.GramLengths, spec.Damping));

        int TokenAt(int n) => first + (int)((n * step) >> Fraction);
    }
}
