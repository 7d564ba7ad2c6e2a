using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Questions about parts of one stretch of text, which is normalised and read for its languages once.
/// </summary>
internal sealed class VoiceReader
{
    /// <summary>
    /// Tokens that a quotation is judged by at most; more would not change the answer, only the cost.
    /// </summary>
    private const int MaxTokens = 80;

    /// <summary>Share of a part's words that must agree before the part is said to be in a language.</summary>
    private const float ClearShare = 0.6f;

    private readonly LanguageIdentifier _identifier;
    private readonly FeatureScratch _scratch;
    private readonly TextSpan _voice;
    private readonly byte[] _path;
    private readonly int[] _wordsBefore;

    public VoiceReader(string text, TextSpan voice, LanguageIdentifier identifier, FeatureScratch scratch)
    {
        Text = text;
        _identifier = identifier;
        _scratch = scratch;
        _voice = voice;
        TextNormalizer.Normalize(voice.Of(text), scratch.Text);
        _path = LanguageSpanFinder.Path(identifier, scratch);
        _wordsBefore = CountWords(scratch.Text.Tokens);
    }

    public string Text { get; }

    /// <summary>Word tokens in a span; links and names of users do not count.</summary>
    public int Words(TextSpan span)
    {
        var (first, end) = Tokens(span);
        return _wordsBefore[end] - _wordsBefore[first];
    }

    /// <summary>Words of a span that begin with a small letter, or in a script that has none.</summary>
    public int SmallWords(TextSpan span)
    {
        var (first, end) = Tokens(span);
        var small = 0;
        for (var t = first; t < end; t++)
        {
            var letter = Text[_voice.Start + _scratch.Text.Tokens[t].Start];
            small += _wordsBefore[t + 1] > _wordsBefore[t] && !char.IsUpper(letter) ? 1 : 0;
        }

        return small;
    }

    /// <summary>The script of most letters of a span.</summary>
    public Script ScriptOf(TextSpan span)
    {
        var (first, end) = Tokens(span);
        return _scratch.Text.ScriptsOf(first, end).Dominant;
    }

    /// <summary>The language of a span by itself, judged by its first tokens.</summary>
    public LanguageGuess Identify(TextSpan span)
    {
        var (first, end) = Tokens(span);
        return _identifier.Identify(_scratch, first, Math.Min(end, first + MaxTokens));
    }

    /// <summary>
    /// The language of most words in the spans, as their surroundings show it; null where none has a clear lead.
    /// </summary>
    public string? LanguageOf(params ReadOnlySpan<TextSpan> spans)
    {
        Span<int> words = stackalloc int[byte.MaxValue];
        var all = 0;
        foreach (var span in spans)
        {
            var (first, end) = Tokens(span);
            for (var t = first; t < end; t++)
            {
                var word = _wordsBefore[t + 1] - _wordsBefore[t];
                words[_path[t]] += word;
                all += word;
            }
        }

        var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<int>(words);
        return all > 0 && words[best] >= ClearShare * all ? LanguageSpanFinder.TagAt(best) : null;
    }

    /// <summary>Runs of one language inside a span, in order, each reaching to the start of the next.</summary>
    public IEnumerable<LanguageSpan> Runs(TextSpan span)
    {
        var (first, end) = Tokens(span);
        var start = span.Start;
        for (var t = first + 1; t < end; t++)
        {
            if (_path[t] != _path[t - 1])
            {
                var next = StartOf(t, start);
                yield return new(new(start, next), LanguageSpanFinder.TagAt(_path[t - 1]));
                start = next;
            }
        }

        yield return new(
            span with { Start = start },
            first < end ? LanguageSpanFinder.TagAt(_path[end - 1]) : Languages.Undetermined);
    }

    /// <summary>A colon leads up to the quotation.</summary>
    public bool IsAnnounced(TextSpan quote)
    {
        var before = SpanTrim.White(Text, new(_voice.Start, quote.Start - 1));
        return !before.IsEmpty && Text[before.End - 1] == ':';
    }

    /// <summary>A token's start with what is written against it: brackets, a hash, a quotation mark.</summary>
    private int StartOf(int token, int least)
    {
        var start = _voice.Start + _scratch.Text.Tokens[token].Start;
        var bare = start;
        while (start > least && !char.IsWhiteSpace(Text[start - 1]) && !char.IsLetterOrDigit(Text[start - 1]))
        {
            start--;
        }

        return start > least && char.IsWhiteSpace(Text[start - 1]) ? start : bare;
    }

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
        var first = LowerBound(tokens, span.Start - _voice.Start);
        return (first, Math.Max(first, LowerBound(tokens, span.End - _voice.Start)));
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
