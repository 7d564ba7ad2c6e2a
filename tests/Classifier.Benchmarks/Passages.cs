namespace Classifier.Benchmarks;

/// <summary>Passages of about 60 words, one for each language.</summary>
internal static class Passages
{
    public static IReadOnlyDictionary<string, string> ByLanguage { get; } = new Dictionary<string, string>
    {
        ["en"] =
            "Kurdish-led forces said on Monday that two of their checkpoints south of Shaddadi had come under fire "
            + "overnight from men on motorcycles whom they took for an Islamic State cell. One guard was killed and "
            + "three were wounded. Coalition helicopters circled the road until dawn, residents said, while the "
            + "government in Damascus offered to send its own police to the town, an offer that was politely declined.",
        ["nl"] =
            "Volgens het persbureau van de Syrische Democratische Strijdkrachten zijn maandagnacht twee controleposten "
            + "ten zuiden van Shaddadi beschoten door mannen op motoren, vermoedelijk een cel van IS. Een bewaker kwam "
            + "om en drie raakten gewond. Helikopters van de internationale coalitie cirkelden tot zonsopgang boven de "
            + "weg, terwijl de regering in Damascus aanbood eigen agenten te sturen, een aanbod dat beleefd werd "
            + "afgeslagen.",
        ["kmr"] = "Li gorî daxuyaniya QSD'ê, şeva duşemê du xalên kontrolê yên li başûrê Şedadê ji aliyê çekdarên bi "
            + "motorsîklêtan ve hatin gulebarankirin; tê gotin ku ew şaneyeke DAIŞ'ê bûn. Nobedarek jiyana xwe ji dest "
            + "da û sê kes birîndar bûn. Helîkopterên Hevpeymaniya Navneteweyî heta berbangê li ser rê zivirîn, "
            + "hikûmeta Şamê jî pêşniyar kir ku polîsên xwe bişîne bajêr, lê ev pêşniyar hat redkirin.",
        ["ckb"] = "هێزەکانی سووریای دیموکرات ڕایانگەیاند شەوی دووشەممە دوو خاڵی پشکنین لە باشووری شەدادی لەلایەن چەند "
            + "چەکدارێکی ماتۆڕسوارەوە تەقەیان لێکراوە و پێدەچێت شانەیەکی داعش بن. پاسەوانێک گیانی لەدەستدا و سێ کەس "
            + "برینداربوون. هەلیکۆپتەرەکانی هاوپەیمانی نێودەوڵەتی تا بەرەبەیان بەسەر ڕێگاکەدا سووڕانەوە و حکومەتی "
            + "دیمەشقیش پێشنیاری کرد پۆلیسی خۆی بنێرێت، بەڵام ئەو پێشنیارە ڕەتکرایەوە.",
    };
}
