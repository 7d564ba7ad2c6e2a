namespace Classifier.Core.Text;

/// <summary>
/// A text cut into tokens, in three views. Filled by <see cref="TextNormalizer"/> and reused from call to call;
/// it belongs to one call at a time. The plain view is read from the text; the two others follow from it letter by
/// letter, and are written when they are first asked for.
/// </summary>
public sealed class NormalizedText
{
    private readonly TokenView _folded = new();
    private readonly TokenView _hawar = new();
    private Token[] _tokens = new Token[128];
    private uint[] _hashes = new uint[128];
    private int _count;
    private bool _hasFolded;
    private bool _hasHawar;

    /// <summary>Case folded, NFC, Kurdish letters unified; diacritics kept.</summary>
    public TokenView Plain { get; } = new();

    /// <summary>
    /// The plain view without diacritics, and then with two waws or yehs in a row as one: Sorani texts differ in
    /// whether they write the long vowel (<c>سووریا</c>), the ezafe after <c>ی</c> (<c>بەڕێوەبەرایەتیی خۆسەر</c>) and
    /// the glide (<c>شارەوانییەکان</c>) or not.
    /// </summary>
    public TokenView Folded
    {
        get
        {
            if (!_hasFolded)
            {
                _folded.Write(Plain, LetterTable.Folded);
                _hasFolded = true;
            }

            return _folded;
        }
    }

    /// <summary>The folded view with Sorani letters written in Hawar; equal to it for Latin script.</summary>
    public TokenView Hawar
    {
        get
        {
            if (!_hasHawar)
            {
                _hawar.Write(Plain, LetterTable.Hawar);
                _hasHawar = true;
            }

            return _hawar;
        }
    }

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);

    public TextCues Cues { get; internal set; }

    /// <summary>Letters of each script, counted over the whole text, links and mentions left out.</summary>
    public ScriptCounts Scripts { get; internal set; }

    /// <summary>Letters of each script in a run of tokens; links, mentions and numbers have none.</summary>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last token.</param>
    /// <param name="hashtags">Whether the letters of hashtags count.</param>
    public ScriptCounts ScriptsOf(int first, int end, bool hashtags = true)
    {
        Span<int> counts = stackalloc int[4];
        for (var i = first; i < end; i++)
        {
            if (_tokens[i].Kind == TokenKind.Word && (hashtags || !_tokens[i].InHashtag))
            {
                foreach (var c in Plain[i])
                {
                    counts[(int)LetterTable.ScriptOf(c)] += (LetterTable.Kinds[c] & LetterKinds.Letter) != 0 ? 1 : 0;
                }
            }
        }

        return new(counts[(int)Script.Latin], counts[(int)Script.Arabic], counts[(int)Script.Other]);
    }

    /// <summary>Empties all views for a text of a length; its shortest tokens are shown as longer words.</summary>
    internal void Clear(int sourceLength)
    {
        _count = 0;
        (_hasFolded, _hasHawar) = (false, false);
        Cues = TextCues.None;
        Scripts = default;
        Plain.Clear(TokenWriter.MaxGrowth * (sourceLength + 1));
    }

    /// <summary>Hash of a token's letters in the plain view.</summary>
    internal uint HashOf(int token) => _hashes[token];

    internal void Add(Token token, uint hash)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
            Array.Resize(ref _hashes, _count * 2);
        }

        _hashes[_count] = hash;
        _tokens[_count++] = token;
    }
}
