namespace Classifier.Service.Tests;

/// <summary>Texts that nobody could mistake.</summary>
internal static class Samples
{
    public const string Dutch =
        "De Koerdische strijders van de SDF hebben gisteren bij Deir ez-Zor zeven IS-strijders gearresteerd.";

    public const string English =
        "Turkish warplanes bombed positions of the Syrian Democratic Forces near Kobani, killing two fighters.";

    public const string Kurmanji =
        "Hêzên Sûriya Demokratîk ragihand ku artêşa Tirk gundên li derdora Kobanê topbaran kirine.";

    public const string Sorani =
        "هێزەکانی سووریای دیموکرات ڕایانگەیاند کە سوپای تورکیا گوندەکانی دەوروبەری کۆبانێی تۆپباران کردووە.";

    public const string German =
        "Die Regierung in Berlin hat gestern beschlossen, die Steuern auf Benzin und Strom zu senken.";

    public const string Link = "https://example.org/news/1";

    /// <summary>All of them, with emoji of one and two code points, CRLF, and a link of its own.</summary>
    public const string Document =
        "🔥 " + Dutch + "\r\n\r\n" + English + " 🇸🇾\r\n" + Kurmanji + "\n" + Sorani + "\n" + German + "\n" + Link + "\n";
}
