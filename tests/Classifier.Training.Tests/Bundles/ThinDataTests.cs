using Classifier.Core.Taxonomy;
using Classifier.Training.Bundles;
using Classifier.Training.Corpus;
using Classifier.Training.Tests.Corpus;

namespace Classifier.Training.Tests.Bundles;

public sealed class ThinDataTests
{
    private static readonly TaxonomyCatalog Small = Rows.Taxonomy with
    {
        Actors = [.. Rows.Taxonomy.Actors.Where(a => a.Id is "sdf" or "turkey")],
        Events = [.. Rows.Taxonomy.Events.Where(e => e.Id is "detention")],
        Stances = [.. Rows.Taxonomy.Stances.Where(s => s.Id is "neutral" or "favor")],
    };

    private static readonly CorpusRow Whole = Rows.Good with
    {
        Actors = ["sdf", "turkey"],
        Stance = new Dictionary<string, string> { ["sdf"] = "neutral", ["turkey"] = "favor" },
    };

    [Fact]
    public void Splits_that_have_all_labels_are_not_thin() =>
        Assert.Empty(ThinData.Of([.. Splits.All.Select(s => Whole with { Split = s })], Small));

    [Fact]
    public void What_a_split_lacks_is_named_by_family_with_what_comes_of_it() => Assert.Equal(
        [
            "Thin data: no row of split 'train' has actors turkey; stance favor; the models do not learn them.",
            "Thin data: no row of split 'dev' has events detention; their probabilities are not calibrated.",
            "Thin data: no row has split 'test'; the model card measures nothing on the corpus.",
        ],
        ThinData.Of([Rows.Good, Whole with { Split = "dev", Events = [] }], Small));
}
