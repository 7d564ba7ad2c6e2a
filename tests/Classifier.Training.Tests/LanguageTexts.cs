using System.IO.Compression;

namespace Classifier.Training.Tests;

/// <summary>Five plain sentences in each of eight languages, for an identifier that trains in no time.</summary>
internal static class LanguageTexts
{
    public static IReadOnlyDictionary<string, string[]> All { get; } =
        new SortedDictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["eng"] =
            [
                "The minister said the new bridge would open before the winter.",
                "She bought three apples and a loaf of bread at the market.",
                "Our train was late again, so we walked home in the rain.",
                "Nobody knows what the weather will bring tomorrow morning.",
                "The children were playing in the garden behind the school.",
            ],
            ["nld"] =
            [
                "De minister zei dat de nieuwe brug voor de winter open zou gaan.",
                "Zij kocht drie appels en een brood op de markt.",
                "Onze trein was weer te laat, dus liepen we door de regen naar huis.",
                "Niemand weet wat het weer morgenochtend zal brengen.",
                "De kinderen speelden in de tuin achter de school.",
            ],
            ["kmr"] =
            [
                "Wezîr got ku pira nû dê berî zivistanê vebe.",
                "Wê li bazarê sê sêv û nanek kirî.",
                "Trêna me dîsa dereng ma, loma em di bin baranê de meşiyan malê.",
                "Kes nizane ku hewa sibê dê çawa be.",
                "Zarok li baxçeyê li pişt dibistanê dilîstin.",
            ],
            ["tur"] =
            [
                "Bakan yeni köprünün kıştan önce açılacağını söyledi.",
                "Pazardan üç elma ve bir ekmek aldı.",
                "Trenimiz yine gecikti, bu yüzden yağmurda eve yürüdük.",
                "Yarın sabah havanın nasıl olacağını kimse bilmiyor.",
                "Çocuklar okulun arkasındaki bahçede oynuyordu.",
            ],
            ["deu"] =
            [
                "Der Minister sagte, die neue Brücke werde vor dem Winter öffnen.",
                "Sie kaufte drei Äpfel und ein Brot auf dem Markt.",
                "Unser Zug hatte wieder Verspätung, also gingen wir im Regen nach Hause.",
                "Niemand weiß, wie das Wetter morgen früh wird.",
                "Die Kinder spielten im Garten hinter der Schule.",
            ],
            ["ckb"] =
            [
                "وەزیر گوتی پردە نوێیەکە پێش زستان دەکرێتەوە.",
                "لە بازاڕ سێ سێو و نانێکی کڕی.",
                "شەمەندەفەرەکەمان دیسان دواکەوت، بۆیە لە ژێر باراندا بە پێ گەڕاینەوە ماڵەوە.",
                "کەس نازانێت سبەینێ کەشوهەوا چۆن دەبێت.",
                "منداڵەکان لە باخچەکەی پشت قوتابخانە یارییان دەکرد.",
            ],
            ["pes"] =
            [
                "وزیر گفت که پل جدید پیش از زمستان باز می‌شود.",
                "او سه سیب و یک نان از بازار خرید.",
                "قطار ما باز هم دیر کرد، پس زیر باران پیاده به خانه رفتیم.",
                "هیچ‌کس نمی‌داند فردا صبح هوا چگونه خواهد بود.",
                "بچه‌ها در باغ پشت مدرسه بازی می‌کردند.",
            ],
            ["arb"] =
            [
                "قال الوزير إن الجسر الجديد سيفتح قبل الشتاء.",
                "اشترت ثلاث تفاحات وخبزا من السوق.",
                "تأخر قطارنا مرة أخرى فمشينا إلى البيت تحت المطر.",
                "لا أحد يعرف كيف سيكون الطقس صباح الغد.",
                "كان الأطفال يلعبون في الحديقة خلف المدرسة.",
            ],
        };

    /// <summary>Writes one <c>NAME.txt.gz</c> for each language into a folder.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, lines) in All)
        {
            WriteZipped(Path.Combine(folder, $"{name}.txt.gz"), lines);
        }
    }

    public static void WriteZipped(string path, params IEnumerable<string> lines)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionMode.Compress));
        foreach (var line in lines)
        {
            writer.Write(line + "\n");
        }
    }
}
