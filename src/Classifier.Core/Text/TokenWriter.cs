using Classifier.Core.Features;
using Classifier.Core.Language;

namespace Classifier.Core.Text;

/// <summary>Puts tokens together, letter by letter, and writes them into a text.</summary>
internal struct TokenWriter(NormalizedText into)
{
    /// <summary>Characters written for each of the text at most: <c>@a</c> becomes <c>user</c> and a space.</summary>
    public const int MaxGrowth = 3;

    /// <summary>
    /// A hash is needed to find words that are known; with this seed, the language's words have theirs at hand.
    /// </summary>
    private static readonly uint NoLetters = FeatureHash.Begin(LanguageFeatures.WordSeed);

    private int _start = -1;
    private int _sentence;
    private uint _hash = NoLetters;
    private bool _breakPending;
    private bool _digitsOnly;

    /// <summary>Whether the tokens come out of a hashtag.</summary>
    public bool InHashtag { get; set; }

    /// <summary>The mark of the quotation that is open; <c>'\0'</c> where none is.</summary>
    public char Quote { get; set; }

    /// <summary>Whether a token is under way.</summary>
    public readonly bool IsOpen => _start >= 0;

    /// <summary>Where it started in the original; -1 if there is none.</summary>
    public readonly int Start => _start;

    /// <summary>Starts a token, unless one is under way.</summary>
    public void Open(int start)
    {
        if (_start < 0)
        {
            _start = start;
            _digitsOnly = true;
        }
    }

    public void AppendDigit(char digit) => Append(digit);

    /// <summary>Appends a unified letter, unless it is to be left out.</summary>
    public void AppendLetter(char letter)
    {
        _digitsOnly = false;
        if (letter != Letters.Dropped)
        {
            Append(letter);
        }
    }

    /// <summary>
    /// Where letters of the token under way can be written, before <see cref="TakeLetters"/> counts them in.
    /// </summary>
    public readonly Span<char> Free => into.Plain.Free;

    /// <summary>State of the hash of the token under way.</summary>
    public readonly uint Hash => _hash;

    /// <summary>Counts in letters that were written to <see cref="Free"/>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="hash">The hash's state behind them.</param>
    public void TakeLetters(int count, uint hash)
    {
        into.Plain.Take(count);
        _hash = hash;
        _digitsOnly &= count == 0;
    }

    /// <summary>Ends the token under way, if there is one.</summary>
    public void End(int end, bool keepHashtag = false)
    {
        if (_start >= 0 && into.Plain.HasOpenToken)
        {
            var kind = _digitsOnly ? TokenKind.Number : TokenKind.Word;
            Commit(new(_start, end, kind, InHashtag, TakeBreak(), _sentence, Quote != '\0'));
        }

        _start = -1;
        InHashtag &= keepHashtag;
    }

    /// <summary>Writes a token that stands for a stretch of the original; gives its end.</summary>
    public int Placeholder(int start, int end, TokenKind kind, string shown)
    {
        End(start);
        foreach (var c in shown)
        {
            Append(c);
        }

        Commit(new(start, end, kind, false, TakeBreak(), _sentence, Quote != '\0'));
        return end;
    }

    /// <summary>The next token begins a sentence.</summary>
    public void BreakSentence() => _breakPending = true;

    private bool TakeBreak()
    {
        var pending = _breakPending && !into.Tokens.IsEmpty;
        _breakPending = false;
        _sentence += pending ? 1 : 0;
        return pending;
    }

    private void Append(char c)
    {
        into.Plain.Append(c);
        _hash = FeatureHash.Add(_hash, c);
    }

    private void Commit(Token token)
    {
        into.Plain.EndToken();
        into.Add(token, FeatureHash.Finish(_hash));
        _hash = NoLetters;
    }
}
