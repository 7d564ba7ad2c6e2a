using Classifier.V1;
using Google.Protobuf;

namespace Classifier.Fuzzing;

/// <summary>Sound inputs.</summary>
internal static class FuzzSeeds
{
    /// <summary>
    /// Stands in every text that goes to the service; no log and no error may ever show it. No alias of a model can
    /// hold it, which errors do repeat.
    /// </summary>
    public const string Canary = "zq~canary";

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

    /// <summary>One of each request with all fields set, for each text; some with text in the wrong place.</summary>
    public static IReadOnlyList<IMessage> Requests { get; } =
    [
        .. Texts.SelectMany(t => Of($"{Canary} {t}")),
        new GetModelRequest { Model = "champion" },
        new GetModelRequest { Model = Canary },
        new TagDocumentRequest { Text = "x", Date = Canary },
        new TagDocumentRequest { Text = "x", Model = Canary },
        new TagPassagesRequest { Passages = { new Passage { Id = Canary, Date = Canary, Text = "x" } } },
        new ReloadRequest(),
    ];

    private static IEnumerable<IMessage> Of(string text)
    {
        var options = new TagOptions { WithEvidence = true, OffsetUnit = OffsetUnit.Utf8 };
        var passage = new Passage { Id = "p1", Text = text, Date = "2024-05-01" };
        yield return new TagDocumentRequest
        {
            Text = text,
            Date = "2026-01-20",
            WithText = true,
            Options = options,
            Model = "",
        };
        yield return new TagPassagesRequest
        {
            Passages = { passage, new Passage { Id = "p2", Text = "x" } },
            Options = options,
        };
        yield return new TagPassageStreamRequest { Passage = passage, Options = options };
        yield return new DetectLanguageRequest
        {
            Texts = { new TextItem { Id = "t1", Text = text } },
            TopK = 3,
            WithSpans = true,
        };
    }
}
