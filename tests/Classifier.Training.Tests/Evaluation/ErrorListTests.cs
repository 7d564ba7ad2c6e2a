using System.Globalization;
using System.Text.Json.Nodes;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Tests.Corpus;

namespace Classifier.Training.Tests.Evaluation;

public sealed class ErrorListTests(TinyBundle bundle)
{
    private const string Text =
        "De Koerdische strijders van de SDF arresteerden zeven IS-strijders bij het kamp al-Hol.";

    [Fact]
    public void Only_rows_with_a_wrong_answer_are_listed()
    {
        var right = Agreed();
        var json = Assert.Single(Write(right, right with { Id = "wrong", Lang = "en" }));
        Assert.Equal(
            ("wrong", "en", "nl"), ((string?)json["id"], (string?)json["lang"], (string?)json["answer"]!["language"]));
        Assert.Equal(Text, (string?)json["text"]);
    }

    [Fact]
    public void Every_kind_of_wrong_answer_counts()
    {
        var right = Agreed();
        var none = new Dictionary<string, string>();
        var bent = right.Actors.ToDictionary(a => a, a => right.Stance[a] == "favor" ? "against" : "favor");
        Assert.Equal(["a", "e", "s"], Write(
            right with { Id = "a", Actors = [], Stance = none },
            right with { Id = "e", Events = ["protest", "displacement"] },
            right with { Id = "s", Stance = bent },
            right).Select(j => (string?)j["id"]));
    }

    /// <summary>A list for programs does not write 0,97 where its writer is Dutch.</summary>
    [Fact]
    public void Numbers_do_not_vary_with_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            var json = Assert.Single(Write(Agreed() with { Lang = "en" }));
            Assert.Matches(
                @"^sdf [01]\.\d\d$",
                json["answer"]!["actors"]!.AsArray().Select(a => (string)a!).First(a => a[..3] == "sdf"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_path_writes_nothing() =>
        ErrorList.Write(null, PassageEvaluation.Run(bundle.Classifier, [Agreed()], new SilentProgress()));

    private CorpusRow Agreed()
    {
        var tags = bundle.Classifier.Tag(Text, new(Rows.Good.When));
        Assert.Contains(tags.Actors, a => a.Label == "sdf");
        return Rows.Good with
        {
            Lang = tags.Language.Tag,
            Text = Text,
            Actors = [.. tags.Actors.Select(a => a.Label)],
            Events = [.. tags.Events.Select(e => e.Label)],
            Stance = tags.Actors.ToDictionary(a => a.Label, a => a.Stance.Label),
        };
    }

    private List<JsonNode> Write(params CorpusRow[] rows)
    {
        using var folder = new TempFolder();
        ErrorList.Write(folder["e.jsonl"], PassageEvaluation.Run(bundle.Classifier, rows, new SilentProgress()));
        return [.. File.ReadLines(folder["e.jsonl"]).Select(l => JsonNode.Parse(l)!)];
    }
}
