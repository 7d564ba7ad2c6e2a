using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Features;

/// <summary>
/// Text to features: a pure function of text, language and date, and the only one. Training and serving both call it.
/// Each block is scaled by 1/sqrt(number of its features), which stands for the L2 norm without a second pass; senses
/// and n-grams by that of the words, which are counted anyway, so that all that a word has is scaled alike.
/// </summary>
public sealed class FeatureExtractor
{
    /// <summary>What an n-gram counts beside a word: words have some 16, and 1/sqrt(16) is a float's own.</summary>
    internal const float GramShare = 0.25f;

    private readonly FeatureSpec _spec;
    private readonly ConceptLexicon _lexicon;
    private readonly ConceptFeatures _concepts;
    private readonly WordFeatures[] _words;
    private readonly Subwords? _subwords;
    private readonly int _mask;

    public FeatureExtractor(FeatureSpec spec, ConceptLexicon lexicon)
    {
        _spec = spec.Checked();
        _lexicon = lexicon;
        _mask = spec.Buckets - 1;
        _concepts = new ConceptFeatures(lexicon, spec);
        _words = [.. Languages.Tagged.Select((_, language) => new WordFeatures(this, language))];
        _subwords = spec.Subwords > 0 ? new Subwords() : null;
    }

    /// <summary>Fills the scratch with the text's tokens, concepts and features.</summary>
    /// <param name="text">The passage, any characters.</param>
    /// <param name="language">Index in <see cref="Languages.Tagged"/>.</param>
    /// <param name="date">When it appeared, null if unknown.</param>
    /// <param name="scratch">The call's own buffers.</param>
    public void Extract(ReadOnlySpan<char> text, int language, PassageDate? date, FeatureScratch scratch)
    {
        TextNormalizer.Normalize(text, scratch.Text);
        FindConcepts(text, language, date, scratch);
        AddAll(text, language, scratch);
    }

    /// <summary>Writes the features of one word of the text that the scratch holds.</summary>
    /// <param name="scratch">Normalised text; its passage's features are overwritten.</param>
    /// <param name="token">Index of the word.</param>
    /// <param name="language">Index in <see cref="Languages.Tagged"/>.</param>
    public void ExtractWord(FeatureScratch scratch, int token, int language)
    {
        scratch.Passage.Clear();
        WordFeaturesOf(language).AddWord(scratch.Text, token, scratch.Passage);
    }

    /// <summary>Fills the scratch with the concepts of the text that it holds.</summary>
    /// <param name="text">The text as it came.</param>
    /// <param name="language">Index in <see cref="Languages.Tagged"/>.</param>
    /// <param name="date">When it appeared, null if unknown.</param>
    /// <param name="scratch">The call's own buffers.</param>
    /// <param name="steps">For each word, what the lexicon makes of it; empty if that is not known.</param>
    internal void FindConcepts(
        ReadOnlySpan<char> text,
        int language,
        PassageDate? date,
        FeatureScratch scratch,
        ReadOnlySpan<LexiconSteps> steps = default) =>
        _lexicon.Match(text, scratch.Text, language, date, scratch.Concepts, steps);

    private void AddAll(ReadOnlySpan<char> text, int language, FeatureScratch scratch)
    {
        var into = scratch.Passage;
        into.Clear();
        AddWords(scratch.Text, scratch.Text.Plain, Blocks.Word, _spec.Words, into);
        AddWords(scratch.Text, scratch.Text.Folded, Blocks.Folded, _spec.FoldedWords, into);
        AddSenses(scratch.Text, language, into);
        AddBigrams(scratch.Text, into);
        AddChars(scratch.Text, scratch.Text.Folded, _spec.Chars, into);
        if (IsArabic(language))
        {
            AddChars(scratch.Text, scratch.Text.Hawar, _spec.Hawar, into);
        }

        AddRest(text, scratch);
    }

    /// <summary>The same without the features of single words, which <see cref="WordFeaturesOf"/> has.</summary>
    internal void AddBeyondWords(ReadOnlySpan<char> text, FeatureScratch scratch)
    {
        scratch.Passage.Clear();
        AddBigrams(scratch.Text, scratch.Passage);
        AddRest(text, scratch);
    }

    /// <summary>
    /// Features of single words: words plain and folded, their senses, n-grams, and n-grams in Hawar for Arabic script.
    /// </summary>
    internal IWordFeatures WordFeaturesOf(int language) => _words[language];

    /// <summary>What the features of single words are divided by in a text.</summary>
    internal static float Divisor(NormalizedText text) => MathF.Sqrt(Math.Max(1, text.Tokens.Length));

    private void AddRest(ReadOnlySpan<char> text, FeatureScratch scratch)
    {
        _concepts.Add(scratch, scratch.Passage);
        AddCues(scratch.Text, scratch.Passage);
        _subwords?.Add(text.Trim(), _spec.Subwords, _mask, scratch.Passage);
    }

    private void AddWords(NormalizedText text, TokenView view, uint block, float weight, FeatureList into)
    {
        var value = weight / MathF.Sqrt(view.Count);
        for (var i = 0; i < view.Count; i++)
        {
            AddWord(text, view, i, block, value, into);
        }
    }

    private void AddWord(NormalizedText text, TokenView view, int token, uint block, float value, FeatureList into)
    {
        if (value != 0)
        {
            into.Add(
                Bucket(FeatureHash.Finish(AddToken(FeatureHash.Begin(block), text, view, token))), value, token, token);
        }
    }

    private void AddSenses(NormalizedText text, int language, FeatureList into)
    {
        var value = _spec.Senses / MathF.Sqrt(text.Folded.Count);
        for (var i = 0; i < text.Folded.Count; i++)
        {
            AddSensesOf(text, i, language, value, into);
        }
    }

    private void AddSensesOf(NormalizedText text, int token, int language, float value, FeatureList into)
    {
        if (value == 0 || text.Tokens[token].Kind != TokenKind.Word)
        {
            return;
        }

        foreach (var sense in _lexicon.Glossary.SensesOf(language, text.Folded[token]))
        {
            into.Add(Bucket(FeatureHash.Of(Blocks.Sense, sense)), value, token, token);
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

        var value = weight * GramShare / Divisor(text);
        for (var i = 0; i < view.Count; i++)
        {
            AddGrams(text, view, i, value, into);
        }
    }

    private void AddGrams(NormalizedText text, TokenView view, int token, float value, FeatureList into)
    {
        var word = text.Tokens[token].Kind == TokenKind.Word ? view.Bounded(token) : [];
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

    private static bool IsArabic(int language) => Languages.Tagged[language].Script == Script.Arabic;

    internal static uint AddToken(uint state, NormalizedText text, TokenView view, int token) =>
        text.Tokens[token].Kind == TokenKind.Number
            ? FeatureHash.Add(FeatureHash.Add(state, '0'), (char)Math.Min(view[token].Length, 5))
            : FeatureHash.Add(state, view[token]);

    private sealed class WordFeatures(FeatureExtractor extractor, int language) : IWordFeatures
    {
        private readonly FeatureSpec _spec = extractor._spec;

        public LexiconSteps StepsOf(NormalizedText text, int token) =>
            extractor._lexicon.StepsOf(text, token, language);

        public void AddWord(NormalizedText text, int token, FeatureList into)
        {
            extractor.AddWord(text, text.Plain, token, Blocks.Word, _spec.Words, into);
            extractor.AddWord(text, text.Folded, token, Blocks.Folded, _spec.FoldedWords, into);
            extractor.AddSensesOf(text, token, language, _spec.Senses, into);
            AddGrams(text, text.Folded, token, _spec.Chars, into);
            if (IsArabic(language))
            {
                AddGrams(text, text.Hawar, token, _spec.Hawar, into);
            }
        }

        private void AddGrams(NormalizedText text, TokenView view, int token, float weight, FeatureList into)
        {
            if (weight != 0)
            {
                extractor.AddGrams(text, view, token, weight * GramShare, into);
            }
        }
    }
}
