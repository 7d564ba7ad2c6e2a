using System.Globalization;
using System.Text;
using Classifier.Core.Features;

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
        into.Clear(text.Length);
        var reader = new Reader(text, into);
        reader.Run();
    }

    private ref struct Reader(ReadOnlySpan<char> text, NormalizedText into)
    {
        /// <summary>Letters that are counted in 16 bits.</summary>
        private const int MaxRun = 0x8000;

        private readonly ReadOnlySpan<char> _text = text;
        private TokenWriter _out = new(into);
        private int _latin;
        private int _arabic;
        private int _other;
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
            into.Scripts = new(_latin, _arabic, _other);
        }

        private int Step(int i)
        {
            var c = _text[i];
            if (c == ' ')
            {
                _out.End(i);
                return i + 1;
            }

            var kinds = LetterTable.Kinds[c];
            if (!_out.IsOpen || (kinds & LetterKinds.LetterOrDigit) == 0)
            {
                var special = Special(i);
                if (special > i)
                {
                    return special;
                }
            }

            if ((kinds & LetterKinds.LetterOrDigit) != 0)
            {
                return Word(i);
            }

            if ((kinds & LetterKinds.Surrogate) != 0)
            {
                return Astral(i);
            }

            if ((kinds & LetterKinds.Ignored) == 0)
            {
                Punctuation(i, c);
            }

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
            if (_text[i] == '@' && ((LetterTable.Kinds[next] & LetterKinds.LetterOrDigit) != 0 || next == '_'))
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

        /// <summary>Letters and digits up to the next character of another kind.</summary>
        private int Word(int i)
        {
            if (!_out.IsOpen)
            {
                _out.Open(i);
                i = PlainLetters(i);
            }

            while (i < _text.Length && (LetterTable.Kinds[_text[i]] & LetterKinds.LetterOrDigit) != 0)
            {
                if (i > _out.Start && SplitsBefore(i))
                {
                    _out.End(i, keepHashtag: true);
                    _out.Open(i);
                }

                i = Letter(i);
                if ((LetterTable.Kinds[_text[i - 1]] & (LetterKinds.Digit | LetterKinds.Mark)) == 0)
                {
                    i = PlainLetters(i);
                }
            }

            return i;
        }

        /// <summary>
        /// Goes on over letters for which <see cref="Letter"/> and <see cref="SplitsBefore"/> have nothing to look at,
        /// as nearly all are: no hashtag, no digit before, no mark or joiner behind. All counts stay in registers.
        /// </summary>
        private int PlainLetters(int i)
        {
            var end = Math.Min(_text.Length, i + MaxRun);
            if (_out.InHashtag || i >= end)
            {
                return i;
            }

            var (unified, kindsOf, hash) = (LetterTable.Unified, LetterTable.Kinds, _out.Hash);
            var free = _out.Free;
            var (scripts, upper, lower, seen, length) = (0UL, 0, 0, LetterKinds.None, 0);
            var kinds = kindsOf[_text[i]];
            while ((kinds & (LetterKinds.LetterOrDigit | LetterKinds.Ignored)) == LetterKinds.Letter)
            {
                var next = i + 1 < end ? kindsOf[_text[i + 1]] : LetterKinds.Ignored;
                if ((next & LetterKinds.Ignored) != 0)
                {
                    break;
                }

                var letter = unified[_text[i++]];
                free[length++] = letter;
                hash = FeatureHash.Add(hash, letter);
                scripts += 1UL << (16 * ((int)kinds >> LetterTable.ScriptShift));
                upper += (kinds & LetterKinds.Upper) != 0 ? 1 : 0;
                lower += (kinds & LetterKinds.Lower) != 0 ? 1 : 0;
                seen |= kinds;
                kinds = next;
            }

            _out.TakeLetters(length, hash);
            _latin += (int)(scripts >> (16 * (int)Script.Latin)) & 0xFFFF;
            _arabic += (int)(scripts >> (16 * (int)Script.Arabic)) & 0xFFFF;
            _other += (int)(scripts >> (16 * (int)Script.Other)) & 0xFFFF;
            (_upper, _lower) = (_upper + upper, _lower + lower);
            _cues |= (seen & LetterKinds.HawarDiacritic) != 0 ? TextCues.HawarDiacritics : 0;
            return i;
        }

        private int Letter(int i)
        {
            var c = _text[i];
            var end = LetterClusters.End(_text, i);
            var kinds = LetterTable.Kinds[c];
            if ((kinds & LetterKinds.Digit) != 0)
            {
                _out.AppendDigit((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
                return end;
            }

            Count(kinds);
            var composed = LetterClusters.Compose(_text[i..end]);
            var letter = LetterTable.Unified[composed];
            if (letter == 'ه' && end < _text.Length && Letters.IsZwnj(_text[end]))
            {
                letter = 'ە';
            }

            _out.AppendLetter(letter);
            _cues |= (LetterTable.Kinds[composed] & LetterKinds.HawarDiacritic) != 0 ? TextCues.HawarDiacritics : 0;
            return end;
        }

        private void Count(LetterKinds kinds)
        {
            var script = (Script)((int)kinds >> LetterTable.ScriptShift);
            _latin += script == Script.Latin ? 1 : 0;
            _arabic += script == Script.Arabic ? 1 : 0;
            _other += script == Script.Other ? 1 : 0;
            _upper += (kinds & LetterKinds.Upper) != 0 ? 1 : 0;
            _lower += (kinds & LetterKinds.Lower) != 0 ? 1 : 0;
        }

        /// <summary>
        /// Hashtags are cut at a capital after a small letter; digits are cut from Arabic-script endings.
        /// </summary>
        private readonly bool SplitsBefore(int i)
        {
            var at = i - 1;
            while (at > _out.Start && LetterTable.IsMark(_text[at]))
            {
                at--;
            }

            var (before, now) = (LetterTable.Kinds[_text[at]], LetterTable.Kinds[_text[i]]);
            if (_out.InHashtag && (now & LetterKinds.Upper) != 0
                && (before & (LetterKinds.Lower | LetterKinds.Digit)) != 0)
            {
                return true;
            }

            return ((before ^ now) & LetterKinds.Digit) != 0 && (_text[i] >= 0x590 || _text[at] >= 0x590);
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
                _other++;
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
    }
}
