using Classifier.Core;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Tests.Corpus;

namespace Classifier.Training.Tests.Evaluation;

public sealed class EvaluationRowsTests
{
    [Fact]
    public void Good_rows_pass_and_need_neither_genre_nor_group_nor_split() =>
        EvaluationRows.Check([Rows.Good, Rows.Good with { Genre = null, Group = null, Split = null }], Rows.Taxonomy);

    [Fact]
    public void No_row_is_refused() => Assert.Equal("There is no row to evaluate.", Refusal());

    [Fact]
    public void Labels_that_no_report_could_count_are_refused()
    {
        var version = Rows.Taxonomy.Version;
        Assert.Equal(
            $"Row a carries 'nato', which taxonomy {version} lacks.", Refusal(Rows.Good with { Actors = ["nato"] }));
        Assert.Equal(
            $"Row a carries 'picnic', which taxonomy {version} lacks.",
            Refusal(Rows.Good with { Events = ["picnic"] }));
        Assert.Equal($"Row a carries 'und', which taxonomy {version} lacks.", Refusal(Rows.Good with { Lang = "und" }));
        Assert.Equal(
            $"Row a carries 'unsure', which taxonomy {version} lacks.",
            Refusal(Rows.Good with { Stance = Stance("unsure") }));
    }

    [Fact]
    public void An_actor_twice_or_without_a_stance_is_refused()
    {
        Assert.Equal("Row a names an actor twice.", Refusal(Rows.Good with { Actors = ["sdf", "sdf"] }));
        Assert.Equal("Row a has no stance toward turkey.", Refusal(Rows.Good with { Actors = ["sdf", "turkey"] }));
    }

    private static Dictionary<string, string> Stance(string stance) => new() { ["sdf"] = stance };

    private static string Refusal(params CorpusRow[] rows) =>
        Assert.Throws<ClassifierException>(() => EvaluationRows.Check(rows, Rows.Taxonomy)).Message;
}
