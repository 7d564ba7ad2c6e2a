using Classifier.Training.Bundles;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Tests.Corpus;

namespace Classifier.Training.Tests.Bundles;

public sealed class ModelCardTests(TinyBundle bundle)
{
    /// <summary>Names and words come from the data, and a table's row ends with its line.</summary>
    [Fact]
    public void Bars_and_line_ends_of_the_data_do_not_break_a_table()
    {
        List<CorpusRow> rows =
        [
            Rows.Good with
            {
                Id = "a|b\nc",
                Lang = "nl",
                Text = "De Koerdische strijders van de SDF arresteerden zeven IS-strijders bij het kamp al-Hol.",
                Actors = [],
                Stance = new Dictionary<string, string>(),
            },
        ];
        var evaluation = PassageEvaluation.Run(bundle.Classifier, rows, new SilentProgress());
        var card = new ModelCard(bundle.Manifest, [new("rows", CorpusStamp.Of(rows), evaluation)], []).Write();
        Assert.Contains("\n| a\\|b c | sdf | ", card, StringComparison.Ordinal);
    }
}
