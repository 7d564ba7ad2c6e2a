using Classifier.V1;
using Google.Protobuf;

namespace Classifier.Fuzzing;

/// <summary>Sound inputs.</summary>
internal static class FuzzSeeds
{
    /// <summary>Stands in every text that goes to the service; no log may ever show it.</summary>
    public const string Canary = "zqcanary";

    public static IReadOnlyList<string> Texts { get; } =
    [
        "De Koerdische strijders van de SDF hebben gisteren bij Deir ez-Zor zeven IS-strijders gearresteerd.",
        "Turkish warplanes bombed positions of the SDF near Kobani; “we will stay,” said Dr. Ali (@ali).\n\n"
            + "https://example.org/a?b=1",
        "Hêzên Sûriya Demokratîk ragihand ku artêşa Tirk gundên li derdora Kobanê topbaran kirine. #Rojava",
        "هێزەکانی سووریای دیموکرات ڕایانگەیاند کە سوپای تورکیا گوندەکانی دەوروبەری کۆبانێی تۆپباران کردووە.",
        "Die Regierung in Berlin hat gestern beschlossen, die Steuern zu senken. 🙏🇹🇷 𝐒𝐃𝐅",
        "x",
    ];

    /// <summary>One of each request with all fields set, by the name of its method.</summary>
    public static IReadOnlyList<(string Method, string Path, IMessage Request)> Requests { get; } =
    [
        .. Texts.SelectMany(t => Of($"{Canary} {t}")),
    ];

    private static IEnumerable<(string Method, string Path, IMessage Request)> Of(string text)
    {
        var options = new TagOptions { WithEvidence = true, OffsetUnit = OffsetUnit.Utf8 };
        yield return ("TagDocument", "/v1/documents:tag", new TagDocumentRequest
        {
            Text = text,
            Date = "2026-01-20",
            WithText = true,
            Options = options,
            Model = "",
        });
        yield return ("TagPassages", "/v1/passages:tag", new TagPassagesRequest
        {
            Passages =
            {
                new Passage { Id = "p1", Text = text, Date = "2024-05-01" },
                new Passage { Id = "p2", Text = "x" }
            },
            Options = options,
        });
        yield return ("DetectLanguage", "/v1/languages:detect", new DetectLanguageRequest
        {
            Texts = { new TextItem { Id = "t1", Text = text } },
            TopK = 3,
            WithSpans = true,
        });
    }
}
