namespace Classifier.Core.Text;

/// <summary>
/// A text cut into tokens, in three views. Filled by <see cref="TextNormalizer"/> and reused from call to call;
/// it belongs to one call at a time.
/// </summary>
public sealed class NormalizedText
{
    private Token[] _tokens = new Token[128];
    private int _count;

    /// <summary>Case folded, NFC, Kurdish letters unified; diacritics kept.</summary>
    public TokenView Plain { get; } = new();

    /// <summary>The plain view without diacritics.</summary>
    public TokenView Folded { get; } = new();

    /// <summary>The folded view with Sorani letters written in Hawar; equal to it for Latin script.</summary>
    public TokenView Hawar { get; } = new();

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _count);

    public TextCues Cues { get; internal set; }

    /// <summary>Letters of each script, counted over the whole text, links and mentions left out.</summary>
    public ScriptCounts Scripts { get; internal set; }

    /// <summary>UTF-16 length of the text that was normalised.</summary>
    public int SourceLength { get; internal set; }

    /// <summary>Letters of each script in a run of tokens; links, mentions and numbers have none.</summary>
    public ScriptCounts ScriptsOf(int first, int end)
    {
        var counts = default(ScriptCounts);
        for (var i = first; i < end; i++)
        {
            if (_tokens[i].Kind == TokenKind.Word)
            {
                foreach (var c in Plain[i])
                {
                    counts = char.IsLetter(c) ? counts.Plus(ScriptCounts.Of(c)) : counts;
                }
            }
        }

        return counts;
    }

    internal void Clear()
    {
        _count = 0;
        Cues = TextCues.None;
        Scripts = default;
        Plain.Clear();
        Folded.Clear();
        Hawar.Clear();
    }

    internal void Add(Token token)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _count * 2);
        }

        _tokens[_count++] = token;
    }
}
