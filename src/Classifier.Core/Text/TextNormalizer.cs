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
        private TokenWriter _out = new(into);
        private ScriptCounts _scripts;
        private TextCues _cues;
        private int _upper;
        private int _lower;

        public void Run()
        {
            var i = 0;
            while (i < _text.Length)
            {
                i = Step(i);
            }

            _out.End(_text.Length);
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
            if (!_out.IsOpen || !char.IsLetterOrDigit(c))
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
                _cues |= TextCues.Link;
                return _out.Placeholder(i, i + link, TokenKind.Link, "url");
            }

            var next = i + 1 < _text.Length ? _text[i + 1] : ' ';
            if (_text[i] == '@' && (char.IsLetterOrDigit(next) || next == '_'))
            {
                _cues |= TextCues.Mention;
                return _out.Placeholder(i, LinkScanner.HandleEnd(_text, i), TokenKind.Mention, "user");
            }

            if (_text[i] == '#' && char.IsLetter(next))
            {
                _out.End(i);
                _out.InHashtag = true;
                _cues |= TextCues.Hashtag;
                return i + 1;
            }

            return i;
        }

        private int Letter(int i)
        {
            var c = _text[i];
            var end = ClusterEnd(i);
            if (_out.IsOpen && SplitsBefore(i, c))
            {
                _out.End(i, keepHashtag: true);
            }

            _out.Open(i);
            AppendLetter(i, end, c);
            return end;
        }

        private void AppendLetter(int i, int end, char c)
        {
            if (char.IsDigit(c))
            {
                _out.AppendDigit((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
                return;
            }

            _scripts = _scripts.Plus(ScriptCounts.Of(c));
            _upper += char.IsUpper(c) ? 1 : 0;
            _lower += char.IsLower(c) ? 1 : 0;
            var letter = Letters.Unify(Compose(i, end));
            if (letter == 'ه' && end < _text.Length && Letters.IsZwnj(_text[end]))
            {
                letter = 'ە';
            }

            _out.AppendLetter(letter);
            _cues |= Letters.IsHawarDiacritic(letter) ? TextCues.HawarDiacritics : TextCues.None;
        }

        /// <summary>Hashtags are cut at a capital after a small letter; digits are cut from Arabic-script endings.</summary>
        private readonly bool SplitsBefore(int i, char c)
        {
            var at = i - 1;
            while (at > _out.Start && IsMark(_text[at]))
            {
                at--;
            }

            var before = _text[at];
            if (_out.InHashtag && char.IsUpper(c) && (char.IsLower(before) || char.IsDigit(before)))
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
            _out.End(i);
            if (Rune.DecodeFromUtf16(_text[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                return i + Math.Max(length, 1);
            }

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
            var wordBefore = _out.IsOpen ? i - _out.Start : 0;
            if (c == '_' && _out.InHashtag)
            {
                _out.End(i, keepHashtag: true);
                return;
            }

            _out.End(i);
            _cues |= CueOf(c);
            _out.Quote = QuoteMarks.After(_out.Quote, c);
            if (SentenceMarks.EndsSentence(_text, i, wordBefore))
            {
                _out.BreakSentence();
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

        private static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
