using System.Text.Json.Nodes;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Taxonomy;

namespace Classifier.Core.Tests.Taxonomy;

public sealed class TaxonomyCatalogTests(SharedBundle shared) : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_shipped_taxonomy_has_all_labels_with_names_and_codes()
    {
        var catalog = shared.Bundle.Taxonomy;
        Assert.Equal(["sdf", "syrian_government", "turkey", "coalition", "islamic_state"], catalog.ActorIds);
        Assert.Equal(12, catalog.EventIds.Count);
        Assert.Equal(["favor", "against", "neutral"], catalog.StanceIds);
        Assert.All(catalog.Actors.Concat(catalog.Events).Concat(catalog.Stances), label =>
        {
            Assert.All(Languages.Tagged, language => Assert.NotEmpty(label.Names[language.Tag]));
            Assert.NotEmpty(label.Definition);
        });
        var uncoded = catalog.Events.Where(l => l.Acled.Count + l.Plover.Count == 0);
        Assert.Equal(["displacement"], uncoded.Select(l => l.Id));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var refusal = Assert.Throws<ClassifierException>(() => TaxonomyCatalog.Read("/nowhere/taxonomy.json"));
        Assert.Equal(ErrorKind.NotFound, refusal.Kind);
        Assert.Contains("/nowhere/taxonomy.json", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version": "1"}""")]
    [InlineData("""{"version": "1", "actors": null, "events": [], "stances": []}""")]
    public void A_file_that_is_no_taxonomy_is_refused(string json)
    {
        File.WriteAllText(_path, json);
        var refusal = Assert.Throws<ClassifierException>(() => TaxonomyCatalog.Read(_path));
        Assert.Equal((ErrorKind.InvalidArgument, "TAXONOMY_INVALID"), (refusal.Kind, refusal.Reason));
        Assert.Contains(_path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_named_twice_an_empty_family_and_an_unknown_member_are_refused()
    {
        AssertRefused("events: is empty or names a label twice", t => t["events"]![1] = t["events"]![0]!.DeepClone());
        AssertRefused("stances: is empty or names a label twice", t => t["stances"] = new JsonArray());
        AssertRefused("is not a taxonomy", t => t["colours"] = "red");
        AssertRefused("maxEvents: is -1", t => t["maxEvents"] = -1);
    }

    [Fact]
    public void A_label_with_anything_missing_is_refused()
    {
        const string Refusal = "events: has a label that is null or lacks a field";
        AssertRefused(Refusal, t => t["events"]![0] = null);
        AssertRefused(Refusal, t => t["events"]![0]!.AsObject().Remove("definition"));
        AssertRefused(Refusal, t => t["events"]![0]!["names"]!["nl"] = null);
        AssertRefused(Refusal, t => t["events"]![0]!["plover"] = new JsonArray((JsonNode?)null));
        AssertRefused(
            Refusal, t => t["events"]![0]!["acled"] = new JsonArray(new JsonObject { ["event"] = "Battles" }));
    }

    private void AssertRefused(string message, Action<JsonNode> change)
    {
        var taxonomy = JsonNode.Parse(File.ReadAllText(Path.Combine(shared.Folder, BundleFiles.Taxonomy)))!;
        change(taxonomy);
        File.WriteAllText(_path, taxonomy.ToJsonString());
        var refusal = Assert.Throws<ClassifierException>(() => TaxonomyCatalog.Read(_path));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }
}
