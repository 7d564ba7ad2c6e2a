using Classifier.Core.Lexicon;

namespace Classifier.Core.Tests.Lexicon;

public sealed class GlossaryReaderTests : IDisposable
{
    private readonly string _lexicon = Directory.CreateTempSubdirectory("lexicon").FullName;

    public void Dispose() => Directory.Delete(_lexicon, recursive: true);

    [Fact]
    public void A_file_is_of_the_language_that_it_is_named_after()
    {
        Write("nl.tsv", "# Dutch", "", "luchtaanval\tair attack");
        Write("kmr.tsv", "êrîş\tattack");
        Assert.Equal(
            ["kmr eris attack", "nl luchtaanval air+attack"],
            GlossaryReader.ReadFolder(_lexicon).Select(e => $"{e.Language} {e.Form} {string.Join('+', e.Senses)}"));
    }

    [Fact]
    public void Forms_are_folded_as_texts_are()
    {
        Write("en.tsv", "Firefight\tbattle");
        Write("kmr.tsv", "Şer\twar", "ser\thead");
        Assert.Equal(["firefight", "ser", "ser"], GlossaryReader.ReadFolder(_lexicon).Select(e => e.Form));
    }

    [Fact]
    public void Windows_line_ends_are_none_of_a_sense()
    {
        Write("nl.tsv", "luchtaanval\tair attack\r", "aanval\tattack\r");
        Assert.Equal(
            ["air+attack", "attack"], GlossaryReader.ReadFolder(_lexicon).Select(e => string.Join('+', e.Senses)));
    }

    [Fact]
    public void A_lexicon_may_have_no_glossary() => Assert.Empty(GlossaryReader.ReadFolder(_lexicon));

    [Theory]
    [InlineData("nl.tsv", "luchtaanval", "glossary/nl.tsv:2 has 1 cells; 2 are needed")]
    [InlineData("nl.tsv", "a\tb\tc", "glossary/nl.tsv:2 has 3 cells")]
    [InlineData("nl.tsv", "lucht aanval\tair", "glossary/nl.tsv:2 has form 'lucht aanval'; it must be one word")]
    [InlineData("nl.tsv", "2014\tyear", "glossary/nl.tsv:2 has form '2014'; it must be one word")]
    [InlineData("nl.tsv", "\tyear", "glossary/nl.tsv:2 has form ''; it must be one word")]
    [InlineData("nl.tsv", "aanval\t", "glossary/nl.tsv:2 has senses ''; one to 3 words")]
    [InlineData("nl.tsv", "aanval\ta  b", "glossary/nl.tsv:2 has senses 'a  b'")]
    [InlineData("nl.tsv", "aanval\ta b c d", "glossary/nl.tsv:2 has senses 'a b c d'")]
    [InlineData("de.tsv", "Angriff\tattack", "de.tsv is of language 'de'; known are en, nl, kmr, ckb")]
    public void A_bad_row_is_named_by_file_line_and_rule(string file, string row, string rule)
    {
        Write(file, "# heading", row);
        var refusal = Assert.Throws<ClassifierException>(() => GlossaryReader.ReadFolder(_lexicon));
        Assert.Equal((ErrorKind.InvalidArgument, "LEXICON_ROW"), (refusal.Kind, refusal.Reason));
        Assert.Contains(rule, refusal.Message, StringComparison.Ordinal);
    }

    private void Write(string name, params string[] lines) => File.WriteAllLines(
        Path.Combine(Directory.CreateDirectory(Path.Combine(_lexicon, GlossaryReader.FolderName)).FullName, name),
        lines);
}
