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
            $"Row a carries stance 'unsure', which taxonomy {version} lacks; it has "
                + $"{string.Join(", ", Rows.Taxonomy.StanceIds)}. Correct the row, or name a bundle or recipe of the "
                + "taxonomy that it was labelled with.",
            Refusal(Rows.Good with { Stance = Stance("unsure") }));
        Assert.StartsWith(
            $"Row a carries actor 'nato', which taxonomy {version} lacks; it has {Rows.Taxonomy.ActorIds[0]}, ",
            Refusal(Rows.Good with { Actors = ["nato"] }),
            StringComparison.Ordinal);
        Assert.StartsWith(
            $"Row a carries event 'picnic', which taxonomy {version} lacks; it has {Rows.Taxonomy.EventIds[0]}, ",
            Refusal(Rows.Good with { Events = ["picnic"] }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_tagged_is_told_with_those_that_are() => Assert.Equal(
        "Row a has lang 'und'; allowed are en, nl, kmr, ckb.", Refusal(Rows.Good with { Lang = "und" }));

    [Fact]
    public void A_split_without_rows_is_told_with_how_many_lack_one()
    {
        CorpusRow[] rows = [Rows.Good, Rows.Good with { Split = null }, Rows.Good with { Split = "" }];
        Assert.Same(rows[0], Assert.Single(EvaluationRows.OfSplit(rows, "train")));
        Assert.StartsWith(
            "None of 3 rows has split 'test', and 2 have no split at all; name another split, ",
            Assert.Throws<ClassifierException>(() => EvaluationRows.OfSplit(rows, "test")).Message,
            StringComparison.Ordinal);
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
