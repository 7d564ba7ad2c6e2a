using System.Text;

namespace Classifier.Core.Text;

/// <summary>
/// Converts UTF-16 offsets of one text to another unit. Walks on from the last offset asked for, so a list of rising
/// offsets costs one pass over the text; a smaller offset starts again from the front.
/// </summary>
public sealed class OffsetConverter(string text, OffsetUnit unit)
{
    private int _utf16;
    private int _converted;

    /// <summary>
    /// The offset in the unit asked for. An offset inside a surrogate pair counts the pair as passed.
    /// </summary>
    public int Convert(int utf16Offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(utf16Offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utf16Offset, text.Length);
        if (unit == OffsetUnit.Utf16)
        {
            return utf16Offset;
        }

        if (utf16Offset < _utf16)
        {
            (_utf16, _converted) = (0, 0);
        }

        while (_utf16 < utf16Offset)
        {
            Rune.DecodeFromUtf16(text.AsSpan(_utf16), out var rune, out var consumed);
            _utf16 += consumed;
            _converted += unit == OffsetUnit.Utf8 ? rune.Utf8SequenceLength : 1;
        }

        return _converted;
    }

    public TextSpan Convert(TextSpan span) => new(Convert(span.Start), Convert(span.End));
}
