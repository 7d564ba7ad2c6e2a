using Classifier.Core.Lexicon;

namespace Classifier.Core.Tests.Lexicon;

public sealed class LexiconReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Rows_come_in_the_order_of_files_and_lines()
    {
        Write("b.tsv", "actor.sdf\tckb\tهەسەدە");
        Write("a.tsv", "# a comment", "", "actor.sdf\t*\tSDF", "negation\tnl\tniet\t\t\t");
        var rows = LexiconReader.ReadFolder(_folder);
        Assert.Equal(["SDF", "niet", "هەسەدە"], rows.Select(r => r.Form));
    }

    [Fact]
    public void A_full_row_keeps_every_cell()
    {
        Write("a.tsv", "actor.syrian_government\ten\tal-Sharaa*\tcased\t2024-12-08\t2030-01-01");
        var row = Assert.Single(LexiconReader.ReadFolder(_folder));
        Assert.Equal(
            new("actor.syrian_government", "en", "al-Sharaa*", true, new(2024, 12, 8), new DateOnly(2030, 1, 1)), row);
    }

    [Theory]
    [InlineData("actor.sdf\ten", "has 2 cells; 3 to 6 are needed")]
    [InlineData("a\tb\tc\td\te\tf\tg", "has 7 cells")]
    [InlineData("actor.sdf\tde\tSDF", "names language 'de'; known are en, nl, kmr, ckb and *")]
    [InlineData("actor.sdf\ten\tSDF\tcaps", "has case 'caps'; it is empty or 'cased'")]
    [InlineData("player.sdf\ten\tSDF", "has concept 'player.sdf'; families are actor")]
    [InlineData("actor.sdf\ten\tSD*F", "has form 'SD*F'; * stands first or last only")]
    [InlineData("actor.sdf\ten\ts*", "has form 's*'; * stands first or last only, beside at least 2 letters")]
    [InlineData("actor.sdf\ten\t", "has form ''")]
    [InlineData("actor.sdf\ten\tSDF\t\t08-12-2024", "has date '08-12-2024'; write it as 2024-12-08")]
    [InlineData("actor.sdf\ten\tSDF\t\t\t2024-13-01", "has date '2024-13-01'")]
    public void A_bad_row_is_named_by_file_line_and_rule(string row, string rule)
    {
        Write("people.tsv", "# heading", "actor.sdf\t*\tSDF", row);
        var refusal = Assert.Throws<ClassifierException>(() => LexiconReader.ReadFolder(_folder));
        Assert.Equal((ErrorKind.InvalidArgument, "LEXICON_ROW"), (refusal.Kind, refusal.Reason));
        Assert.Contains("people.tsv:3 ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(rule, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var missing = Path.Combine(_folder, "nowhere");
        var refusal = Assert.Throws<ClassifierException>(() => LexiconReader.ReadFolder(missing));
        Assert.Equal(ErrorKind.NotFound, refusal.Kind);
        Assert.Contains(missing, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_other_kinds_are_left_alone()
    {
        Write("notes.txt", "no row at all");
        Assert.Empty(LexiconReader.ReadFolder(_folder));
    }

    private void Write(string name, params string[] lines) => File.WriteAllLines(Path.Combine(_folder, name), lines);
}
