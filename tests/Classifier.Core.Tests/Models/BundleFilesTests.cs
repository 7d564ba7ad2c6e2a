using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class BundleFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bundles").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_pointer_names_the_folder_that_is_served()
    {
        File.WriteAllText(Path.Combine(_folder, BundleFiles.Champion), "0.2.0\r\n");
        Assert.Equal(Path.Combine(_folder, "0.2.0"), BundleFiles.ChampionFolder(_folder));
    }

    [Fact]
    public void A_missing_pointer_is_named() => Assert.Contains(
        BundleFiles.Champion, Refusal(ErrorKind.NotFound).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("..")]
    [InlineData("../elsewhere")]
    public void A_pointer_out_of_the_folder_is_refused(string content)
    {
        File.WriteAllText(Path.Combine(_folder, BundleFiles.Champion), content);
        var refusal = Refusal(ErrorKind.FailedPrecondition);
        Assert.Contains("does not name a version", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>No file system knows such a name, and looking for it would end in an error that seems to pass.</summary>
    [Fact]
    public void A_pointer_that_is_longer_than_a_name_may_be_is_refused()
    {
        var longest = new string('ê', 127) + "x";
        File.WriteAllText(Path.Combine(_folder, BundleFiles.Champion), longest);
        Assert.Equal(Path.Combine(_folder, longest), BundleFiles.ChampionFolder(_folder));
        File.WriteAllText(Path.Combine(_folder, BundleFiles.Champion), longest + "x");
        Assert.Contains(
            "does not name a version", Refusal(ErrorKind.FailedPrecondition).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_of_a_lexicon_knows_names_and_bytes()
    {
        File.WriteAllText(Path.Combine(_folder, "a.tsv"), "x");
        var hash = BundleFiles.LexiconHash(_folder);
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "x");
        Assert.Equal(hash, BundleFiles.LexiconHash(_folder));
        File.WriteAllText(Path.Combine(_folder, "a.tsv"), "y");
        Assert.NotEqual(hash, BundleFiles.LexiconHash(_folder));
        File.WriteAllText(Path.Combine(_folder, "a.tsv"), "x");
        File.Move(Path.Combine(_folder, "a.tsv"), Path.Combine(_folder, "b.tsv"));
        Assert.NotEqual(hash, BundleFiles.LexiconHash(_folder));
    }

    [Fact]
    public void The_hash_of_a_lexicon_knows_its_glossary()
    {
        File.WriteAllText(Path.Combine(_folder, "en.tsv"), "x");
        var alone = BundleFiles.LexiconHash(_folder);
        var glossary = Directory.CreateDirectory(Path.Combine(_folder, "glossary")).FullName;
        File.WriteAllText(Path.Combine(glossary, "en.tsv"), "x");
        var hash = BundleFiles.LexiconHash(_folder);
        Assert.NotEqual(alone, hash);
        File.WriteAllText(Path.Combine(glossary, "en.tsv"), "y");
        Assert.NotEqual(hash, BundleFiles.LexiconHash(_folder));
    }

    private ClassifierException Refusal(ErrorKind kind)
    {
        var refusal = Assert.Throws<ClassifierException>(() => BundleFiles.ChampionFolder(_folder));
        Assert.Equal(kind, refusal.Kind);
        return refusal;
    }
}
