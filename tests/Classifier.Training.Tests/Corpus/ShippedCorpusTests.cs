using Classifier.Core.Taxonomy;
using Classifier.Training.Commands;
using Classifier.Training.Corpus;

namespace Classifier.Training.Tests.Corpus;

/// <summary>The corpus of the repository, which the shipped bundle is made of.</summary>
public sealed class ShippedCorpusTests
{
    private static readonly string Models = Repository.ModelsFolder();

    [Fact]
    public void It_breaks_no_rule()
    {
        var validator = new CorpusValidator(TaxonomyCatalog.Read(Path.Combine(Models, "taxonomy.json")));
        validator.Check(CorpusReader.Lines(Path.Combine(Models, "corpus")));
        Assert.Empty(validator.Findings.Select(f => $"{f.File}:{f.Line}: {f.Message}"));
        Assert.NotEmpty(validator.Rows);
    }

    [Fact]
    public void Its_splits_follow_from_its_groups() => Assert.All(
        CorpusReader.Read(Path.Combine(Models, "corpus")), row => Assert.Equal(Splits.Of(row.Group!), row.Split));
}
