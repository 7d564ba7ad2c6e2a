using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>Questions about parts of one stretch of text, which is normalised once.</summary>
internal sealed class VoiceReader
{
    /// <summary>Tokens that a language is judged by at most; more would not change the answer, only the cost.</summary>
    private const int MaxTokens = 80;

    private readonly LanguageIdentifier _identifier;
    private readonly FeatureScratch _scratch;
    private readonly int _start;
    private readonly int[] _wordsBefore;

    public VoiceReader(string text, TextSpan voice, LanguageIdentifier identifier, FeatureScratch scratch)
    {
        Text = text;
        _identifier = identifier;
        _scratch = scratch;
        _start = voice.Start;
        TextNormalizer.Normalize(voice.Of(text), scratch.Text);
        _wordsBefore = CountWords(scratch.Text.Tokens);
    }

    public string Text { get; }

    /// <summary>Word tokens in a span; links and names of users do not count.</summary>
    public int Words(TextSpan span)
    {
        var (first, end) = Tokens(span);
        return _wordsBefore[end] - _wordsBefore[first];
    }

    /// <summary>The language of a span, judged by its first tokens.</summary>
    public LanguageGuess Identify(TextSpan span)
    {
        var (first, end) = Tokens(span);
        return Identify(first, Math.Min(end, first + MaxTokens));
    }

    /// <summary>The language of a span, judged by its last tokens.</summary>
    public LanguageGuess IdentifyEnd(TextSpan span)
    {
        var (first, end) = Tokens(span);
        return Identify(Math.Max(first, end - MaxTokens), end);
    }

    /// <summary>A colon leads up to the quotation.</summary>
    public bool IsAnnounced(TextSpan quote)
    {
        var before = SpanTrim.White(Text, new(_start, quote.Start - 1));
        return !before.IsEmpty && Text[before.End - 1] == ':';
    }

    /// <summary>Nothing but quotation marks and points, left over where a quotation was taken out.</summary>
    public bool IsOnlyMarks(TextSpan span)
    {
        foreach (var c in span.Of(Text))
        {
            if (!QuoteMarks.IsDouble(c) && c is not ('.' or ',' or ';' or ':' or ')' or '(' or ' '))
            {
                return false;
            }
        }

        return true;
    }

    private LanguageGuess Identify(int first, int end) =>
        _identifier.Identify(_scratch.Text, first, end, _scratch.Passage);

    private static int[] CountWords(ReadOnlySpan<Token> tokens)
    {
        var before = new int[tokens.Length + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            before[i + 1] = before[i] + (tokens[i].Kind == TokenKind.Word ? 1 : 0);
        }

        return before;
    }

    private (int First, int End) Tokens(TextSpan span)
    {
        var tokens = _scratch.Text.Tokens;
        return (LowerBound(tokens, span.Start - _start), LowerBound(tokens, span.End - _start));
    }

    private static int LowerBound(ReadOnlySpan<Token> tokens, int start)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
