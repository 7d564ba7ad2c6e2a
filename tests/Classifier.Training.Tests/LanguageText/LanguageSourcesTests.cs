using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Training.LanguageText;
using Classifier.Training.Tests.Corpus;

namespace Classifier.Training.Tests.LanguageText;

public sealed class LanguageSourcesTests
{
    [Fact]
    public void Zipped_files_come_in_the_order_of_their_names()
    {
        using var folder = new TempFolder();
        LanguageTexts.Write(folder.Path);
        folder.WriteLines("notes.txt", "not read");
        var sources = LanguageSources.Read(folder.Path, null, []);
        Assert.Equal(LanguageTexts.All.Keys, sources.Select(s => s.Name));
        Assert.Equal(LanguageTexts.All.Values, sources.Select(s => s.Lines().ToArray()));
    }

    [Fact]
    public void Own_lines_and_passages_follow()
    {
        using var folder = new TempFolder();
        LanguageTexts.WriteZipped(
            Path.Combine(Directory.CreateDirectory(folder["text"]).FullName, "nld.txt.gz"), "Dag.");
        folder.WriteLines("own/nl.txt", "Amai.", "Allez.");
        folder.WriteLines("own/und.tsv", "deu\tGuten Tag.", "tur\tMerhaba.\tNasılsın?", "deu\tAuf Wiedersehen.");
        var passages =
            new[] { Rows.Good, Rows.Good with { Lang = "nl", Text = "Passage." }, Rows.Good with { Text = "More." } };
        Assert.Equal(
            ["nld: Dag.", "nl: Amai.|Allez.", "deu: Guten Tag.|Auf Wiedersehen.", "tur: Merhaba.\tNasılsın?",
                $"en: {Rows.Good.Text}|More.", "nl: Passage."],
            LanguageSources.Read(folder["text"], folder["own"], passages)
                .Select(s => $"{s.Name}: {string.Join('|', s.Lines())}"));
    }

    [Fact]
    public void Lines_can_be_read_again()
    {
        using var folder = new TempFolder();
        LanguageTexts.Write(folder.Path);
        var source = LanguageSources.Read(folder.Path, null, [])[0];
        Assert.Equal(source.Lines(), source.Lines());
    }

    [Fact]
    public void The_stamp_sees_every_line_and_its_place()
    {
        var stamp = Stamp("a", "b");
        Assert.Equal(2, stamp.Rows);
        Assert.Equal(stamp, Stamp("a", "b"));
        Assert.Equal(4, new[] { stamp, Stamp("b", "a"), Stamp("a"), Stamp("a", "b", "c") }.Distinct().Count());
    }

    [Theory]
    [InlineData("no tab")]
    [InlineData("\tno name")]
    [InlineData("")]
    public void A_row_without_a_language_is_told(string row)
    {
        using var folder = new TempFolder();
        folder.WriteLines("und.tsv", row);
        var error = Assert.Throws<ClassifierException>(() => LanguageSources.Read(folder.Path, folder.Path, []));
        Assert.Contains("und.tsv has a line without a language and a tab", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_zipped_or_not_utf8_is_named()
    {
        using var folder = new TempFolder();
        folder.WriteLines("deu.txt.gz", "Guten Tag.");
        AssertNamed(folder["deu.txt.gz"], LanguageSources.Read(folder.Path, null, []));
        File.Delete(folder["deu.txt.gz"]);
        File.WriteAllBytes(folder["nl.txt"], [(byte)'c', 0xE9]);
        AssertNamed(folder["nl.txt"], LanguageSources.Read(folder.Path, folder.Path, []));
    }

    private static void AssertNamed(string file, IReadOnlyList<LanguageSource> sources) => Assert.StartsWith(
        $"{file} is not ",
        Assert.Throws<ClassifierException>(() => LanguageSources.Stamp(sources)).Message,
        StringComparison.Ordinal);

    private static DataStamp Stamp(params string[] lines) => LanguageSources.Stamp([new("x", () => lines)]);
}
