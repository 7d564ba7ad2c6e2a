using Classifier.Core.Lexicon;
using Classifier.Training.Corpus;
using Classifier.Training.Fitting;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.Fitting;

public sealed class AugmenterTests
{
    private static readonly IReadOnlyList<LexiconEntry> Entries =
    [
        new("actor.turkey", "kmr", "Tirkiye", false, null, null),
        new("actor.turkey", "kmr", "dewleta Tirk", false, null, null),
        new("actor.turkey", "kmr", "Enqer*", false, null, null),
    ];

    [Theory]
    [InlineData("Şervan li Kobanê ne", "Servan li Kobane ne")]
    [InlineData("ناوی شارەکە کۆبانێ", null)]
    [InlineData("no marks here", null)]
    public void Diacritics_go_and_Arabic_script_stays(string text, string? copy) =>
        Assert.Equal(copy, Copy(new() { FoldedDiacritics = 1 }, text));

    [Theory]
    [InlineData("Kobanî azad e #Rojava #YPG", "Kobanî azad e")]
    [InlineData("#Rojava", null)]
    public void Hashtags_go_and_nothing_is_left_empty(string text, string? copy) =>
        Assert.Equal(copy, Copy(new() { DroppedHashtags = 1 }, text));

    [Fact]
    public void A_name_is_swapped_for_another_of_the_same_actor()
    {
        var copies = Enumerable.Range(0, 20)
            .Select(i => Copy(new() { SwappedAliases = 1 }, "Îro Tirkiye ne li wir bû.", $"r{i}")).ToHashSet();
        Assert.Equal([null, "Îro dewleta Tirk ne li wir bû."], copies.Order());
    }

    [Fact]
    public void A_share_copies_that_share_of_the_train_split_and_nothing_else()
    {
        List<CorpusRow> rows =
            [.. Enumerable.Range(0, 1000).Select(i => Row("Şer", $"r{i}", i < 500 ? Splits.Train : Splits.Dev))];
        var all = new Augmenter(new() { FoldedDiacritics = 0.4f }, Entries).AddTo(rows);
        Assert.Equal(rows, all.Take(1000));
        Assert.InRange(all.Count - 1000, 150, 250);
        Assert.All(all.Skip(1000), r => Assert.Equal((Splits.Train, "Ser"), (r.Split, r.Text)));
    }

    [Fact]
    public void Without_shares_there_are_no_copies() =>
        Assert.Single(new Augmenter(new(), Entries).AddTo([Row("Şer Tirkiye #a", "r", Splits.Train)]));

    private static string? Copy(AugmentSpec spec, string text, string id = "r") =>
        new Augmenter(spec, Entries).AddTo([Row(text, id, Splits.Train)]).Skip(1).SingleOrDefault()?.Text;

    private static CorpusRow Row(string text, string id, string split) =>
        new() { Id = id, Lang = "kmr", Text = text, Split = split };
}
