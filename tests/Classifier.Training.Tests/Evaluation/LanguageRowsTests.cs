using Classifier.Core;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class LanguageRowsTests
{
    private const string Good = """{"text":"Roj baş","lang":"kmr","iso":"kmr","file":"short_words","more":[1]}""";

    [Fact]
    public void Rows_are_read_plain_and_zipped()
    {
        using var folder = new TempFolder();
        LanguageTexts.WriteZipped(folder["a.jsonl.gz"], Good, """{"lang":"und","text":""}""");
        LanguageRow[] expected = [new("Roj baş", "kmr", "kmr", "short_words"), new("", "und", null, null)];
        Assert.Equal(expected, LanguageRows.Read(folder["a.jsonl.gz"]));
        Assert.Equal(expected[..1], LanguageRows.Read(folder.WriteLines("a.jsonl", Good)));
    }

    [Theory]
    [InlineData("{", "is not a line with its language: it is not JSON")]
    [InlineData("", "is not a line with its language: it is not JSON")]
    [InlineData("null", "is not a line with its language: it is null; a JSON object is needed.")]
    [InlineData("""{"text":"x"}""", "is not a line with its language: field 'lang' is missing; a text is needed.")]
    [InlineData("""{"text":null,"lang":"nl"}""", "is not a line with its language: field 'text' is null; a text is")]
    [InlineData("""{"text":"x","lang":"fr"}""", "has lang 'fr'; allowed are en, nl, kmr, ckb and und")]
    public void A_line_that_is_no_row_is_told_with_its_place(string line, string message)
    {
        using var folder = new TempFolder();
        var file = folder.WriteLines("a.jsonl", Good, line);
        var error = Assert.Throws<ClassifierException>(() => LanguageRows.Read(file));
        Assert.StartsWith($"{file}:2 {message}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_rows_is_refused()
    {
        using var folder = new TempFolder();
        var error = Assert.Throws<ClassifierException>(() => LanguageRows.Read(folder.Write("a.jsonl", "")));
        Assert.Contains("no row in", error.Message, StringComparison.Ordinal);
    }
}
