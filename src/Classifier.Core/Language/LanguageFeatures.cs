using Classifier.Core.Features;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>
/// Words, pairs of neighbouring words and character n-grams of one script, hashed. Links, @names, numbers, the mark of
/// a post passed on (<c>RT</c>) and words of other scripts are left out; hashtags too, as long as another word remains,
/// since they belong to no language. A letter repeated more than twice counts twice.
/// </summary>
public static class LanguageFeatures
{
    private const uint GramSeed = 40;
    internal const uint WordSeed = 41;
    private const uint PairSeed = 42;

    /// <summary>Stands before posts in all languages; in the plain view.</summary>
    private const string PassedOn = "rt";

    /// <summary>A whole word says more than an n-gram.</summary>
    private const float WordValue = 2;

    /// <summary>Letters of a word that count; those behind are no language's word.</summary>
    private const int MaxLetters = 126;

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
        var hashtags = CountWords(text, script, first, end) == 0;
        var grams = CountGrams(text, script, spec, first, end, hashtags);
        if (grams == 0)
        {
            return;
        }

        var writer = new Writer(spec, script, MathF.Pow(grams, -spec.Damping), into);
        for (var i = first; i < end; i++)
        {
            if (Counts(text, script, i, hashtags))
            {
                writer.AddWord(text, i, pairs: true);
            }
        }
    }

    /// <summary>Adds the features of one word, itself and its n-grams, at full value.</summary>
    internal static void AddWord(NormalizedText text, Script script, LanguageSpec spec, int token, FeatureList into) =>
        new Writer(spec, script, 1, into).AddWord(text, token, pairs: false);

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

    private static int CountGrams(
        NormalizedText text, Script script, LanguageSpec spec, int first, int end, bool hashtags)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            if (Counts(text, script, i, hashtags))
            {
                count += text.Plain.Bounded(i).Length * spec.GramLengths;
            }
        }

        return count;
    }

    /// <summary>
    /// Hash of a squeezed word; the normaliser has that of the letters as they stand, which mostly is the same.
    /// </summary>
    internal static uint WordHash(NormalizedText text, int token)
    {
        var word = text.Plain[token];
        var isSqueezed = word.Length <= MaxLetters;
        for (var i = 2; i < word.Length && isSqueezed; i++)
        {
            isSqueezed = word[i] != word[i - 1] || word[i] != word[i - 2];
        }

        return isSqueezed
            ? text.HashOf(token)
            : FeatureHash.Of(WordSeed, Squeezed(word, stackalloc char[MaxLetters + 2])[1..^1]);
    }

    /// <summary>A word between its bounds, with no letter more than twice in a row.</summary>
    private static ReadOnlySpan<char> Squeezed(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        into[length++] = ' ';
        foreach (var c in word)
        {
            if (length <= MaxLetters && (length < 3 || into[length - 1] != c || into[length - 2] != c))
            {
                into[length++] = c;
            }
        }

        into[length++] = ' ';
        return into[..length];
    }

    /// <summary>Whether a token is a word of the script that tells something.</summary>
    internal static bool Counts(NormalizedText text, Script script, int token, bool hashtags)
    {
        var kind = text.Tokens[token];
        var word = text.Plain[token];
        return kind.Kind == TokenKind.Word && (hashtags || !kind.InHashtag)
            && LetterTable.ScriptOf(word[^1]) == script && !word.SequenceEqual(PassedOn);
    }

    /// <summary>
    /// Writes words and pairs of words down, at a value for the n-grams and a higher one for whole words.
    /// </summary>
    internal ref struct Writer(LanguageSpec spec, Script script, float value, FeatureList into)
    {
        private readonly int _mask = (1 << spec.BitsOf(script)) - 1;
        private uint _before;
        private int _tokenBefore = -1;

        public void AddWord(NormalizedText text, int token, bool pairs)
        {
            var bounded = Squeezed(text.Plain[token], stackalloc char[MaxLetters + 2]);
            var word = FeatureHash.Of(WordSeed, bounded[1..^1]);
            into.Add((int)word & _mask, value * WordValue, token, token);
            if (pairs)
            {
                AddPair(word, token);
            }

            AddGrams(bounded, token);
        }

        public void AddPair(uint word, int token)
        {
            if (_tokenBefore >= 0)
            {
                var pair = FeatureHash.Add(FeatureHash.Add(FeatureHash.Begin(PairSeed), _before), word);
                into.Add((int)FeatureHash.Finish(pair) & _mask, value * WordValue, _tokenBefore, token);
            }

            (_before, _tokenBefore) = (word, token);
        }

        private readonly void AddGrams(scoped ReadOnlySpan<char> word, int token)
        {
            for (var start = 0; start < word.Length; start++)
            {
                var hash = FeatureHash.Begin(GramSeed);
                var longest = Math.Min(spec.MaxGram, word.Length - start);
                for (var n = 1; n <= longest; n++)
                {
                    hash = FeatureHash.Add(hash, word[start + n - 1]);
                    if (n >= spec.MinGram)
                    {
                        into.Add((int)FeatureHash.Finish(hash) & _mask, value, token, token);
                    }
                }
            }
        }
    }
}
