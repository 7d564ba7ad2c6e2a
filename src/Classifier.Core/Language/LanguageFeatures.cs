using Classifier.Core.Features;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>
/// Words and character n-grams of the letters of one script, hashed. Links, @names, numbers and words of other scripts
/// are left out; hashtags too, as long as three other words remain, since they belong to no language.
/// </summary>
public static class LanguageFeatures
{
    private const uint GramSeed = 40;
    private const uint WordSeed = 41;
    private const int EnoughWords = 3;

    /// <summary>Fills the list; it stays empty where the text has no word of the script.</summary>
    /// <param name="text">A normalised text.</param>
    /// <param name="script">The script whose words count.</param>
    /// <param name="spec">Sizes.</param>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last token.</param>
    /// <param name="into">Cleared and filled.</param>
    public static void Extract(
        NormalizedText text, Script script, LanguageSpec spec, int first, int end, FeatureList into)
    {
        into.Clear();
        var hashtags = CountWords(text, script, first, end) < EnoughWords;
        var grams = CountGrams(text, script, spec, first, end, hashtags);
        if (grams == 0)
        {
            return;
        }

        var bits = script == Script.Arabic ? spec.ArabicBits : spec.LatinBits;
        var mask = (1 << bits) - 1;
        var value = 1 / MathF.Sqrt(grams);
        for (var i = first; i < end; i++)
        {
            if (Counts(text, script, i, hashtags))
            {
                var word = FeatureHash.Of(WordSeed, text.Plain[i]);
                into.Add((int)word & mask, value * 2, i, i);
                AddGrams(text.Plain.Bounded(i), i, value, spec.MaxGram, mask, into);
            }
        }
    }

    /// <summary>Words of a script outside hashtags.</summary>
    public static int CountWords(NormalizedText text, Script script, int first, int end)
    {
        var words = 0;
        for (var i = first; i < end; i++)
        {
            words += Counts(text, script, i, hashtags: false) ? 1 : 0;
        }

        return words;
    }

    private static void AddGrams(ReadOnlySpan<char> word, int token, float value, int longest, int mask, FeatureList into)
    {
        for (var start = 0; start < word.Length; start++)
        {
            var hash = FeatureHash.Begin(GramSeed);
            for (var n = 0; n < longest && start + n < word.Length; n++)
            {
                hash = FeatureHash.Add(hash, word[start + n]);
                if (n > 0 || word[start] != ' ')
                {
                    into.Add((int)FeatureHash.Finish(hash) & mask, value, token, token);
                }
            }
        }
    }

    private static int CountGrams(NormalizedText text, Script script, LanguageSpec spec, int first, int end, bool hashtags)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            if (Counts(text, script, i, hashtags))
            {
                count += text.Plain.Bounded(i).Length * spec.MaxGram;
            }
        }

        return count;
    }

    private static bool Counts(NormalizedText text, Script script, int token, bool hashtags)
    {
        var kind = text.Tokens[token];
        return kind.Kind == TokenKind.Word && (hashtags || !kind.InHashtag)
            && ScriptCounts.Of(text.Plain[token][^1]) == script;
    }
}
