using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Features;

/// <summary>
/// Text to features: a pure function of text, language and date, and the only one. Training and serving both call it.
/// Each block is scaled by 1/sqrt(number of its features), which stands for the L2 norm without a second pass.
/// </summary>
public sealed class FeatureExtractor
{
    private readonly FeatureSpec _spec;
    private readonly ConceptLexicon _lexicon;
    private readonly ConceptFeatures _concepts;
    private readonly Subwords? _subwords;
    private readonly int _mask;

    public FeatureExtractor(FeatureSpec spec, ConceptLexicon lexicon)
    {
        _spec = spec.Checked();
        _lexicon = lexicon;
        _mask = spec.Buckets - 1;
        _concepts = new ConceptFeatures(lexicon, spec);
        _subwords = spec.Subwords > 0 ? new Subwords() : null;
    }

    /// <summary>Fills the scratch with the text's tokens, concepts and features.</summary>
    /// <param name="text">The passage, any characters.</param>
    /// <param name="language">Index in <see cref="Languages.Tagged"/>.</param>
    /// <param name="date">The passage's day, null if unknown.</param>
    /// <param name="scratch">The call's own buffers.</param>
    public void Extract(ReadOnlySpan<char> text, int language, DateOnly? date, FeatureScratch scratch)
    {
        TextNormalizer.Normalize(text, scratch.Text);
        _lexicon.Match(text, scratch.Text, language, date, scratch.Concepts);
        var into = scratch.Passage;
        into.Clear();
        AddWords(scratch.Text, scratch.Text.Plain, Blocks.Word, _spec.Words, into);
        AddWords(scratch.Text, scratch.Text.Folded, Blocks.Folded, _spec.FoldedWords, into);
        AddBigrams(scratch.Text, into);
        AddChars(scratch.Text, scratch.Text.Folded, _spec.Chars, into);
        if (Languages.Tagged[language].Script == Script.Arabic)
        {
            AddChars(scratch.Text, scratch.Text.Hawar, _spec.Hawar, into);
        }

        _concepts.Add(scratch, into);
        AddCues(scratch.Text, into);
        _subwords?.Add(text.Trim(), _spec.Subwords, _mask, into);
    }

    private void AddWords(NormalizedText text, TokenView view, uint block, float weight, FeatureList into)
    {
        if (weight == 0 || view.Count == 0)
        {
            return;
        }

        var value = weight / MathF.Sqrt(view.Count);
        for (var i = 0; i < view.Count; i++)
        {
            into.Add(Bucket(FeatureHash.Finish(AddToken(FeatureHash.Begin(block), text, view, i))), value, i, i);
        }
    }

    private void AddBigrams(NormalizedText text, FeatureList into)
    {
        var view = text.Folded;
        if (_spec.Bigrams == 0 || view.Count < 2)
        {
            return;
        }

        var value = _spec.Bigrams / MathF.Sqrt(view.Count - 1);
        for (var i = 1; i < view.Count; i++)
        {
            if (!text.Tokens[i].BreakBefore)
            {
                var hash = AddToken(FeatureHash.Begin(Blocks.Bigram), text, view, i - 1);
                hash = AddToken(FeatureHash.Add(hash, ' '), text, view, i);
                into.Add(Bucket(FeatureHash.Finish(hash)), value, i - 1, i);
            }
        }
    }

    private void AddChars(NormalizedText text, TokenView view, float weight, FeatureList into)
    {
        if (weight == 0)
        {
            return;
        }

        var count = CountGrams(text, view);
        var value = weight / MathF.Sqrt(Math.Max(1, count));
        for (var i = 0; i < view.Count; i++)
        {
            if (text.Tokens[i].Kind == TokenKind.Word)
            {
                AddGrams(view.Bounded(i), i, value, into);
            }
        }
    }

    private void AddGrams(ReadOnlySpan<char> word, int token, float value, FeatureList into)
    {
        for (var start = 0; start + _spec.MinChars <= word.Length; start++)
        {
            var hash = FeatureHash.Begin(Blocks.Chars);
            var longest = Math.Min(_spec.MaxChars, word.Length - start);
            for (var n = 1; n <= longest; n++)
            {
                hash = FeatureHash.Add(hash, word[start + n - 1]);
                if (n >= _spec.MinChars)
                {
                    into.Add(Bucket(FeatureHash.Finish(hash)), value, token, token);
                }
            }
        }
    }

    private int CountGrams(NormalizedText text, TokenView view)
    {
        var count = 0;
        for (var i = 0; i < view.Count; i++)
        {
            var length = text.Tokens[i].Kind == TokenKind.Word ? view.Bounded(i).Length : 0;
            for (var n = _spec.MinChars; n <= _spec.MaxChars && n <= length; n++)
            {
                count += length - n + 1;
            }
        }

        return count;
    }

    private void AddCues(NormalizedText text, FeatureList into)
    {
        if (_spec.Cues == 0)
        {
            return;
        }

        foreach (var cue in CueFeatures.Of(text))
        {
            into.Add(Bucket(FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(Blocks.Cue), cue))),
                _spec.Cues, FeatureList.WholeText, FeatureList.WholeText);
        }
    }

    private int Bucket(uint hash) => (int)(hash & (uint)_mask);

    internal static uint AddToken(uint state, NormalizedText text, TokenView view, int token) =>
        text.Tokens[token].Kind == TokenKind.Number
            ? FeatureHash.Add(FeatureHash.Add(state, '0'), (char)Math.Min(view[token].Length, 5))
            : FeatureHash.Add(state, view[token]);
}
