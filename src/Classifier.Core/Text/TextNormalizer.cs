using System.Globalization;
using System.Text;

namespace Classifier.Core.Text;

/// <summary>
/// Text to tokens and views, once per passage, for training and serving alike. Every token knows where it stands in
/// the original; nothing is searched for afterwards.
/// </summary>
public static class TextNormalizer
{
    /// <summary>Fills <paramref name="into"/> with the tokens of a text. Any input is accepted.</summary>
    public static void Normalize(ReadOnlySpan<char> text, NormalizedText into)
    {
        into.Clear();
        into.SourceLength = text.Length;
        var reader = new Reader(text, into);
        reader.Run();
    }

    private ref struct Reader(ReadOnlySpan<char> text, NormalizedText into)
    {
        /// <summary>Most combining marks that are composed, as in Unicode's stream-safe format (UAX 15).</summary>
        private const int MaxMarks = 30;

        private readonly ReadOnlySpan<char> _text = text;
        private ScriptCounts _scripts;
        private TextCues _cues;
        private int _upper;
        private int _lower;
        private int _sentence;
        private int _tokenStart = -1;
        private bool _breakPending;
        private bool _inHashtag;
        private bool _digitsOnly;

        public void Run()
        {
            var i = 0;
            while (i < _text.Length)
            {
                i = Step(i);
            }

            EndToken(_text.Length);
            if (_upper >= 8 && _lower == 0)
            {
                _cues |= TextCues.AllCaps;
            }

            into.Cues = _cues;
            into.Scripts = _scripts;
        }

        private int Step(int i)
        {
            var c = _text[i];
            if (_tokenStart < 0 || !char.IsLetterOrDigit(c))
            {
                var special = Special(i);
                if (special > i)
                {
                    return special;
                }
            }

            if (char.IsSurrogate(c))
            {
                return Astral(i);
            }

            if (char.IsLetterOrDigit(c))
            {
                return Letter(i);
            }

            if (Letters.IsZwnj(c) || Letters.Unify(c) == Letters.Dropped || IsMark(c))
            {
                return i + 1;
            }

            Punctuation(i, c);
            return i + 1;
        }

        /// <summary>Links, mentions and the start of hashtags; gives the place after it, or i.</summary>
        private int Special(int i)
        {
            var link = LinkScanner.Length(_text, i);
            if (link > 0)
            {
                EndToken(i);
                _cues |= TextCues.Link;
                return Placeholder(i, i + link, TokenKind.Link, "url");
            }

            var next = i + 1 < _text.Length ? _text[i + 1] : ' ';
            if (_text[i] == '@' && (char.IsLetterOrDigit(next) || next == '_'))
            {
                EndToken(i);
                _cues |= TextCues.Mention;
                return Placeholder(i, LinkScanner.HandleEnd(_text, i), TokenKind.Mention, "user");
            }

            if (_text[i] == '#' && char.IsLetter(next))
            {
                EndToken(i);
                _inHashtag = true;
                _cues |= TextCues.Hashtag;
                return i + 1;
            }

            return i;
        }

        private int Placeholder(int start, int end, TokenKind kind, string shown)
        {
            _inHashtag = false;
            Begin();
            foreach (var c in shown)
            {
                AppendAll(c, c, c);
            }

            Commit(new Token(start, end, kind, false, TakeBreak(), _sentence));
            return end;
        }

        private int Letter(int i)
        {
            var c = _text[i];
            var end = ClusterEnd(i);
            if (_tokenStart >= 0 && SplitsBefore(i, c))
            {
                EndToken(i, keepHashtag: true);
            }

            if (_tokenStart < 0)
            {
                _tokenStart = i;
                _digitsOnly = true;
                Begin();
            }

            AppendLetter(i, end, c);
            return end;
        }

        private void AppendLetter(int i, int end, char c)
        {
            if (char.IsDigit(c))
            {
                var digit = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
                AppendAll(digit, digit, digit);
                return;
            }

            _digitsOnly = false;
            _scripts = _scripts.Plus(ScriptCounts.Of(c));
            CountCase(c);
            var letter = Letters.Unify(Compose(i, end));
            if (letter == 'ه' && end < _text.Length && Letters.IsZwnj(_text[end]))
            {
                letter = 'ە';
            }

            if (letter != Letters.Dropped)
            {
                AppendAll(letter, Letters.Fold(letter), Letters.Fold(Letters.ToHawar(letter)));
                _cues |= Letters.IsHawarDiacritic(letter) ? TextCues.HawarDiacritics : TextCues.None;
            }
        }

        /// <summary>Hashtags are cut at a capital after a small letter; digits are cut from Arabic-script endings.</summary>
        private readonly bool SplitsBefore(int i, char c)
        {
            var at = i - 1;
            while (at > _tokenStart && IsMark(_text[at]))
            {
                at--;
            }

            var before = _text[at];
            if (_inHashtag && char.IsUpper(c) && (char.IsLower(before) || char.IsDigit(before)))
            {
                return true;
            }

            return char.IsDigit(before) != char.IsDigit(c) && (c >= 0x590 || before >= 0x590);
        }

        /// <summary>A letter with its combining marks.</summary>
        private readonly int ClusterEnd(int i)
        {
            var end = i + 1;
            while (end < _text.Length && IsMark(_text[end]))
            {
                end++;
            }

            return end;
        }

        private readonly char Compose(int i, int end)
        {
            if (end == i + 1)
            {
                return _text[i];
            }

            end = Math.Min(end, i + 1 + MaxMarks);
            var composed = _text[i..end].ToString().Normalize(NormalizationForm.FormC);
            return composed[0];
        }

        private int Astral(int i)
        {
            if (Rune.DecodeFromUtf16(_text[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                EndToken(i);
                return i + Math.Max(length, 1);
            }

            EndToken(i);
            if (Rune.IsLetter(rune))
            {
                _scripts = _scripts.Plus(Script.Other);
            }
            else
            {
                _cues |= TextCues.Emoji;
            }

            return i + length;
        }

        private void Punctuation(int i, char c)
        {
            var wordBefore = _tokenStart >= 0 ? i - _tokenStart : 0;
            if (c == '_' && _inHashtag)
            {
                EndToken(i, keepHashtag: true);
                return;
            }

            EndToken(i);
            _cues |= CueOf(c);
            if (SentenceMarks.EndsSentence(_text, i, wordBefore))
            {
                _breakPending = true;
            }
        }

        private readonly TextCues CueOf(char c) => c switch
        {
            '!' => TextCues.Exclamation,
            '?' or '؟' => TextCues.Question,
            '…' => TextCues.Ellipsis,
            '(' => TextCues.Parenthesis,
            _ when QuoteMarks.IsDouble(c) => into.Tokens.IsEmpty
                ? TextCues.QuoteMark | TextCues.OpensWithQuote
                : TextCues.QuoteMark,
            _ => TextCues.None,
        };

        private void CountCase(char c)
        {
            if (char.IsUpper(c))
            {
                _upper++;
            }
            else if (char.IsLower(c))
            {
                _lower++;
            }
        }

        private void EndToken(int end, bool keepHashtag = false)
        {
            if (_tokenStart >= 0 && into.Plain.HasOpenToken)
            {
                var kind = _digitsOnly ? TokenKind.Number : TokenKind.Word;
                Commit(new Token(_tokenStart, end, kind, _inHashtag, TakeBreak(), _sentence));
            }

            _tokenStart = -1;
            _inHashtag &= keepHashtag;
        }

        private bool TakeBreak()
        {
            var pending = _breakPending && !into.Tokens.IsEmpty;
            _breakPending = false;
            _sentence += pending ? 1 : 0;
            return pending;
        }

        private readonly void Begin()
        {
            into.Plain.BeginToken();
            into.Folded.BeginToken();
            into.Hawar.BeginToken();
        }

        private readonly void AppendAll(char plain, char folded, char hawar)
        {
            into.Plain.Append(plain);
            if (folded != 'و' || into.Folded.Last != 'و')
            {
                into.Folded.Append(folded);
            }

            if (hawar != Letters.Dropped)
            {
                into.Hawar.Append(hawar);
            }
        }

        private readonly void Commit(Token token)
        {
            into.Plain.EndToken();
            into.Folded.EndToken();
            into.Hawar.EndToken();
            into.Add(token);
        }

        private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
