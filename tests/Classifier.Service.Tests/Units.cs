using System.Text;
using Classifier.V1;

namespace Classifier.Service.Tests;

/// <summary>Cuts and measures texts as clients in other languages do.</summary>
internal static class Units
{
    public static string Cut(string text, int start, int end, OffsetUnit unit) => unit switch
    {
        OffsetUnit.Utf8 => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)[start..end]),
        OffsetUnit.CodePoint => string.Concat(text.EnumerateRunes().Take(start..end)),
        _ => text[start..end],
    };

    public static int Length(string text, OffsetUnit unit) => unit switch
    {
        OffsetUnit.Utf8 => Encoding.UTF8.GetByteCount(text),
        OffsetUnit.CodePoint => text.EnumerateRunes().Count(),
        _ => text.Length,
    };
}
