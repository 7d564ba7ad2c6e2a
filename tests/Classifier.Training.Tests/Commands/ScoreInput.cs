using System.Text;

namespace Classifier.Training.Tests.Commands;

/// <summary>Ten thousand rows, every hundredth of them broken in one of many ways.</summary>
internal static class ScoreInput
{
    public const int Rows = 10_000;
    public const int Every = 100;

    private const int Megabyte = 1 << 20;

    private static readonly string[] Texts =
    [
        "Kurdish forces of the SDF arrested seven fighters of Islamic State near the camp of al-Hol.",
        "De Koerdische strijders van de SDF arresteerden zeven IS-strijders bij het kamp al-Hol.",
        "Hêzên HSD'ê li nêzî kampa Holê heft çekdarên DAIŞ'ê girtin. 🙏",
        "هێزەکانی هەسەدە لە نزیک کەمپی هۆڵ حەوت چەکداری داعشیان دەستگیر کرد.",
        "12 + 13 = 25 🔥",
    ];

    /// <summary>A broken line, from the row's id, and whether the answer can carry that id.</summary>
    private static readonly (Func<string, byte[]> Line, bool Readable)[] Broken =
    [
        (id => Utf8($$"""{"id":"{{id}}","text":"""), true),
        (id => Utf8($$"""{"id":"{{id}}"}"""), true),
        (id => Utf8($$"""{"text":"\ud83d x","id":"{{id}}"}"""), true),
        (id => Utf8($$"""{"id":"{{id}}","text":"{{new string('x', 10 * Megabyte)}}"}"""), true),
        (_ => [], false),
        (id => Utf8($$"""{"date":"20-01-2026","id":"{{id}}","text":"x"}"""), true),
        (id => Utf8($$"""["{{id}}","x"]"""), false),
        (id => Utf8($$"""{"id":"{{id}}","text":"x"}{"id":"other","text":"x"}"""), true),
        (id => [.. Utf8($$"""{"id":"{{id}}","text":"""), (byte)'"', 0xED, 0xA0, 0x80, 0xFF, .. "\"}"u8], true),
        (id => Utf8($$"""{"id":["{{id}}"],"text":"x"}"""), false),
        (id => Utf8($$"""{"id":"{{id}}","text":5}"""), true),
        (id => Utf8($$"""{"id":"{{id}}","date":20260120,"text":"x"}"""), true),
        (id => Utf8($$"""{"id":"{{id}}","text":" \n "}"""), true),
        (id => Utf8($$"""{"id":"{{id}}","text":"{{new string('x', 10_001)}}"}"""), true),
        (_ => Utf8("   "), false),
        (_ => Utf8("not JSON at all"), false),
        (_ => Utf8("null"), false),
        (id => Utf8($$"""{"id":"{{id}}\ud83d","text":"x"}"""), false),
    ];

    public static bool IsBroken(int row) => row % Every == Every / 2;

    /// <summary>The id that the answer must carry; null where none can be read.</summary>
    public static string? IdOf(int row) => !IsBroken(row) || Kind(row).Readable ? $"row {row}" : null;

    /// <summary>Writes all rows to a file, without an end on the last line.</summary>
    public static void Write(string path)
    {
        using var file = File.Create(path);
        for (var row = 0; row < Rows; row++)
        {
            file.Write(IsBroken(row) ? Kind(row).Line($"row {row}") : Good(row));
            file.Write(row < Rows - 1 ? "\n"u8 : []);
        }
    }

    private static byte[] Good(int row) =>
        Utf8($$"""{"id":"row {{row}}","text":"{{Texts[row % Texts.Length]}}","date":"2026-01-20"}""");

    private static (Func<string, byte[]> Line, bool Readable) Kind(int row) => Broken[row / Every % Broken.Length];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
