using System.Text;
using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Service.Tagging;
using CsCheck;

namespace Classifier.Service.Tests.Tagging;

public sealed class OffsetMapTests
{
    private static readonly Gen<string> Texts = Gen.OneOfConst("a", "ê", "ە", "🙂", "🇸🇾", " ", "\r\n").Array[1, 40]
        .Select(parts => string.Concat(parts));

    [Fact]
    public void Evidence_of_a_passage_refers_to_the_whole_text_in_every_unit() =>
        Gen.Select(Texts, Texts, Texts, Gen.Enum<OffsetUnit>()).Sample((before, passage, after, unit) =>
        {
            var text = before + passage + after;
            var place = new TextSpan(before.Length, before.Length + passage.Length);
            var map = new OffsetMap(text, place, unit, new(text, unit));
            var last = passage.Length - (char.IsLowSurrogate(passage[^1]) ? 2 : 1);
            var mapped = map.Map([Piece(before.Length + last, place.End), Piece(before.Length, place.End)])!.Spans;
            Assert.Equal(Length(before, unit), map.Passage.Start);
            Assert.Equal(Length(before + passage, unit), map.Passage.End);
            Assert.Equal(Length(before + passage[..last], unit), mapped[0].Start);
            Assert.Equal(map.Passage.End, mapped[0].End);
            Assert.Equal(map.Passage.Start, mapped[1].Start);
        });

    [Fact]
    public void No_evidence_asked_for_is_no_message_and_none_found_is_an_empty_one()
    {
        var map = new OffsetMap("abc", new(0, 3), OffsetUnit.Utf16, new("abc", OffsetUnit.Utf16));
        Assert.Null(map.Map(null));
        Assert.Empty(map.Map([])!.Spans);
    }

    private static Evidence Piece(int start, int end) => new(new(start, end), 1);

    private static int Length(string text, OffsetUnit unit) => unit switch
    {
        OffsetUnit.Utf8 => Encoding.UTF8.GetByteCount(text),
        OffsetUnit.CodePoint => text.EnumerateRunes().Count(),
        _ => text.Length,
    };
}
