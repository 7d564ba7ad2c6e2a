using System.Text;
using Classifier.Core.Tests.Samples;
using Classifier.Core.Text;
using CsCheck;

namespace Classifier.Core.Tests.Text;

public sealed class OffsetConverterTests
{
    private const string Text = "ab🙏شەڕ é🇹🇷.";

    [Theory]
    [InlineData(OffsetUnit.Utf16, 0, 1, 2, 4, 5, 7, 8, 9, 13, 14)]
    [InlineData(OffsetUnit.Utf8, 0, 1, 2, 6, 8, 12, 13, 15, 23, 24)]
    [InlineData(OffsetUnit.CodePoint, 0, 1, 2, 3, 4, 6, 7, 8, 10, 11)]
    public void Rising_offsets_are_converted(OffsetUnit unit, params int[] expected)
    {
        var converter = new OffsetConverter(Text, unit);
        int[] places = [0, 1, 2, 4, 5, 7, 8, 9, 13, 14];
        Assert.Equal(expected, places.Select(converter.Convert));
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16)]
    [InlineData(OffsetUnit.Utf8)]
    [InlineData(OffsetUnit.CodePoint)]
    public void Offsets_in_any_order_agree_with_counting_from_the_front(OffsetUnit unit) =>
        Gen.Select(TextGen.Any, Gen.Int[0, int.MaxValue].Array[1, 12]).Sample(
            (text, seeds) =>
            {
                var converter = new OffsetConverter(text, unit);
                foreach (var at in seeds.Select(s => s % (text.Length + 1)).Where(at => !InsidePair(text, at)))
                {
                    Assert.Equal(Count(text[..at], unit), converter.Convert(at));
                }
            },
            iter: 300);

    [Fact]
    public void A_falling_offset_is_counted_again_from_the_front()
    {
        var converter = new OffsetConverter(Text, OffsetUnit.Utf8);
        int[] places = [14, 4, 2, 7];
        Assert.Equal([24, 6, 2, 12], places.Select(converter.Convert));
    }

    [Fact]
    public void An_offset_inside_a_pair_counts_the_pair_as_passed()
    {
        var converter = new OffsetConverter(Text, OffsetUnit.CodePoint);
        int[] places = [3, 3, 4];
        Assert.Equal([3, 3, 3], places.Select(converter.Convert));
    }

    [Fact]
    public void Spans_are_converted_at_both_ends() =>
        Assert.Equal(new TextSpan(2, 6), new OffsetConverter(Text, OffsetUnit.Utf8).Convert(new TextSpan(2, 4)));

    [Theory]
    [InlineData(-1)]
    [InlineData(15)]
    public void Offsets_outside_the_text_are_refused(int at) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OffsetConverter(Text, OffsetUnit.Utf16).Convert(at));

    private static bool InsidePair(string text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static int Count(string front, OffsetUnit unit) => unit switch
    {
        OffsetUnit.Utf8 => Encoding.UTF8.GetByteCount(front),
        OffsetUnit.CodePoint => front.EnumerateRunes().Count(),
        _ => front.Length,
    };
}
