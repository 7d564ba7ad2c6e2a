using CsCheck;

namespace Classifier.Core.Tests.Samples;

/// <summary>Random texts: any characters at all, and documents made of the pieces that trip up splitters.</summary>
internal static class TextGen
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\r\n", "\t", "\u2028", "\u00A0", ".", ". ", "!", "؟ ", "…", ", ", "،", ": ",
        "—", "-", "(", ")", "\"", "“", "”", "„", "«", "»", "'", "’", "#", "@", "_", "@name",
        "#Rojava", "#AzadîKurdistan",
        "https://example.org/a?b=1", "www.", "t.co/", "— Name (@handle) January 20, 2026", "(@", "Dr.", "U.S.", "a.",
        "the SDF", "army", "De Koerdische strijders", "werden gisteren", "şer", "Hêzên", "li Kobanê", "û",
        "شەڕ", "لە", "داعش", "هێزەکانی", "ه\u200C", "\u200C", "\u200D", "\u200F", "\u202B", "\uFEFF",
        "\u0640", "\u064E", "e\u0302", "s\u0327", "\u0301", "12", "٤٠", "2026-01-20", "\0", "\uFFFF", "İ", "ı", "ß",
        "🙏", "🇹🇷", "👩‍👧", "\uD83D", "\uDE4F", "𝐒𝐃𝐅", "中文",
    ];

    /// <summary>Any UTF-16 units, lone surrogates and controls among them.</summary>
    public static Gen<string> Chaos { get; } =
        Gen.Int[0, char.MaxValue].Select(i => (char)i).Array[0, 120].Select(c => new string(c));

    /// <summary>Words, marks, links, names and broken pieces in any order.</summary>
    public static Gen<string> Patchwork { get; } = Gen.OneOfConst(Pieces).Array[0, 60].Select(string.Concat);

    /// <summary>Sentences of the four languages, joined by anything.</summary>
    public static Gen<string> Documents { get; } =
        Gen.Select(Gen.OneOfConst([.. Passages.All.Select(p => p.Text)]), Gen.OneOfConst(Pieces))
            .Select((text, piece) => text + piece).Array[1, 12].Select(string.Concat);

    public static Gen<string> Any { get; } = Gen.OneOf(Chaos, Patchwork, Documents);

    /// <summary>Letters of Latin and Arabic script, with and without diacritics.</summary>
    public static Gen<string> Letters { get; } =
        Gen.OneOf<int>(Gen.Int[0x41, 0x17F], Gen.Int[0x620, 0x64A], Gen.Int[0x671, 0x6D3], Gen.Int[0x1E00, 0x1EFF])
            .Select(i => char.IsLetter((char)i) ? (char)i : ' ').Array[1, 60].Select(c => new string(c));
}
