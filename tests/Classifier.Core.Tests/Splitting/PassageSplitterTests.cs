using Classifier.Core.Splitting;

namespace Classifier.Core.Tests.Splitting;

public sealed class PassageSplitterTests(SharedBundle shared)
{
    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\u200F\uFEFF")]
    [InlineData("...")]
    [InlineData("„”")]
    public void A_document_without_words_has_no_passages(string text) => Assert.Empty(Split(text).Passages);

    [Fact]
    public void Lines_are_voices_of_their_own_whatever_ends_them()
    {
        string[] lines = ["Eerste regel", "Tweede regel", "Derde regel", "Vierde regel"];
        Assert.Equal(lines, Split(string.Join('\n', lines)).Passages);
        Assert.Equal(lines, Split(string.Join("\r\n", lines) + "\r\n").Passages);
        Assert.Equal(lines, Split(string.Join("\r\n\r\n", lines)).Passages);
        Assert.Equal(lines, Split(string.Join('\u2028', lines)).Passages);
    }

    [Fact]
    public void A_missing_final_newline_changes_nothing()
    {
        const string Text = "De stad is stil.\nNiemand is buiten.";
        Assert.Equal(Split(Text + "\n").Result.Passages, Split(Text).Result.Passages);
    }

    [Fact]
    public void Few_sentences_of_one_voice_stay_together()
    {
        const string Text = "De stad is stil. Niemand is buiten! Waarom? Dr. Jansen weet het o.a. niet.";
        Assert.Equal([Text], Split(Text).Passages);
    }

    [Fact]
    public void Many_sentences_are_spread_evenly()
    {
        var sentences = Enumerable.Range(1, 12).Select(i => $"Dit is zin nummer {i} van het lange verhaal.").ToArray();
        var passages = Split(string.Join(' ', sentences)).Passages.ToArray();
        Assert.Equal([4, 4, 4], passages.Select(p => p.Count(c => c == '.')));
    }

    [Fact]
    public void Long_sentences_keep_a_passage_short()
    {
        var sentence = "De " + string.Join(' ', Enumerable.Repeat("soldaten liepen langzaam", 20)) + " weg.";
        var split = Split(string.Join(' ', Enumerable.Repeat(sentence, 5)));
        Assert.Equal(3, split.Passages.Count());
        Assert.All(split.Passages, p => Assert.InRange(p.Length, 1, PassageSplitter.MaxLength));
    }

    [Fact]
    public void A_sentence_without_end_is_cut_at_a_clause_or_a_space()
    {
        var endless = string.Join(' ', Enumerable.Repeat("en toen liep hij verder, steeds verder", 100));
        var split = Split(endless);
        Assert.All(split.Passages.SkipLast(1), p => Assert.EndsWith(",", p, StringComparison.Ordinal));
        Assert.Equal("", split.Lost());
    }

    [Fact]
    public void A_word_without_end_is_cut_between_characters_but_through_no_pair()
    {
        var split = Split("x" + string.Concat(Enumerable.Repeat("🙏", 2000)));
        Assert.Equal(split.Document, string.Concat(split.Passages));
        Assert.All(split.Passages, p => Assert.False(char.IsLowSurrogate(p[0])));
        Assert.All(split.Passages, p => Assert.InRange(p.Length, 1, PassageSplitter.MaxLength));
    }

    [Fact]
    public void A_change_of_language_starts_a_passage()
    {
        const string Dutch = "De leraar vertelde lang over zijn jeugd in het dorp.";
        const string English = "The children of the village are going back to school.";
        const string Sorani = "لە پشووی هەفتەدا لەگەڵ هاوڕێکانم دەچینە شاخ.";
        Assert.Equal([Dutch, English, Sorani], Split($"{Dutch} {English} {Sorani}").Passages);
        Assert.Equal([Sorani, Dutch], Split($"{Sorani} {Dutch}").Passages);
    }

    [Theory]
    [InlineData("De Northern Villages Association for Schools and Libraries (NVASL) heeft dinsdag een nieuwe bibliotheek geopend in het dorp langs de rivier.")]
    [InlineData("De Northern Observatory for Schools and Libraries meldt dat er in het dorp zeker twaalf nieuwe lokalen zijn gebouwd.")]
    [InlineData("Village Information Center and Northern School Institute melden dat er drie lokalen zijn geopend na een lange verbouwing bij het dorp.")]
    [InlineData("Roza Demir, The Teacher Formerly Known As Rosa, krijgt 620 boeken van het dorp, terwijl de kinderen op de eerste les wachten.")]
    [InlineData("Rêveberiya Xweser a Dibistanên Bakur û Rojhilatê said on Tuesday that it would open a new school in every village along the river.")]
    [InlineData("De leraar heeft gelijk, zegt dinsdag ook de directeur van de Northern Observatory for Schools, Libraries and Museums of the Villages and Towns.")]
    public void A_foreign_name_is_no_change_of_language(string sentence) =>
        Assert.Equal([sentence], Split(sentence).Passages);

    [Fact]
    public void Few_words_that_lead_up_to_another_language_are()
    {
        const string English = "The ministry of the villages writes:";
        const string Dutch = "wij openen volgende week een nieuwe school voor alle kinderen van het dorp.";
        Assert.Equal([English, Dutch], Split($"{English} {Dutch}").Passages);
    }

    [Fact]
    public void Short_sentences_of_another_language_change_it_together()
    {
        const string Dutch = "De kinderen van het dorp gaan weer naar school.";
        const string Turkish = "Çocuklar okula gidiyor. Öğretmen çok mutlu. Köy bugün çok sessiz.";
        Assert.Equal([Dutch, Turkish], Split($"{Dutch} {Turkish}").Passages);
        Assert.Equal([Turkish, Dutch], Split($"{Turkish} {Dutch}").Passages);
    }

    [Fact]
    public void A_change_of_script_starts_a_passage()
    {
        const string Sorani = "منداڵەکان لە قوتابخانەن و چاوەڕێن.";
        const string Turkish = "Öğretmen dün gece okulu açtı.";
        Assert.Equal([Sorani, Turkish], Split($"{Sorani} {Turkish}").Passages);
        Assert.Equal([Turkish, Sorani], Split($"{Turkish} {Sorani}").Passages);
    }

    [Fact]
    public void Short_sentences_stay_with_those_before_them()
    {
        const string Text = "De leraar vertelde lang over zijn jeugd in het dorp. Yes. Not now! Daarna zong hij.";
        Assert.Equal([Text], Split(Text).Passages);
    }

    [Fact]
    public void Arabic_marks_end_sentences_and_bidirectional_marks_belong_to_no_passage()
    {
        var sentences = Enumerable.Repeat("ئایا قوتابخانەی گوندەکەمان کرایەوە؟", 6).ToArray();
        const string Greeting = "سڵاو، هاوڕێیان؛ بەخێربێن.";
        var split = Split($"\u202B{string.Join(' ', sentences)}\u202C\u200F\r\n\u200F{Greeting}\u200F");
        Assert.Equal([string.Join(' ', sentences[..3]), string.Join(' ', sentences[3..]), Greeting], split.Passages);
        Assert.Equal("", split.Lost());
    }

    private SplitText Split(string text) => new(shared, text);
}
