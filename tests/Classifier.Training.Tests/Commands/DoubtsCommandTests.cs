using System.Text.Json.Nodes;

namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>doubts</c> command on the tiny corpus.</summary>
public sealed class DoubtsCommandTests
{
    [Fact]
    public async Task Doubts_are_listed_the_surest_first_and_none_nearer_than_asked()
    {
        var lines = await DoubtsAsync(Path.Combine(TinyModels.Source, "recipe.json"), "0.6");
        var distances = lines.Select(l => (double)l["distance"]!).ToList();
        Assert.NotEmpty(lines);
        Assert.Equal(distances.OrderDescending(), distances);
        Assert.All(distances, d => Assert.InRange(d, 0.6, 1));
        Assert.All(lines, l => Assert.Equal(
            (bool)l["given"]! ? 1 - (double)l["probability"]! : (double)l["probability"]!, (double)l["distance"]!, 5));
    }

    /// <summary>A passage that plainly names Turkey and loses that label is among the first to be doubted.</summary>
    [Fact]
    public async Task A_label_that_was_taken_away_is_missed()
    {
        using var folder = new TempFolder();
        TinyModels.CopyTo(folder.Path, withText: false);
        var path = folder["corpus/tiny.jsonl"];
        var rows = File.ReadLines(path).Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        var bent = rows.First(r => r["actors"]!.AsArray().Count == 1 && (string?)r["actors"]![0] == "turkey");
        bent["actors"] = new JsonArray();
        bent["stance"] = new JsonObject();
        File.WriteAllLines(path, rows.Select(r => r.ToJsonString()));
        var missed = (await DoubtsAsync(folder["recipe.json"], "0.5")).Where(
            d => (string?)d["label"] == "turkey" && !(bool)d["given"]!);
        Assert.Contains((string)bent["id"]!, missed.Select(d => (string)d["id"]!));
    }

    [Fact]
    public async Task A_distance_out_of_range_is_refused() => Assert.Contains(
        "--distance is 0.2; allowed is 0.5 to 1",
        (await Cli.RunAsync("doubts", "--distance", "0.2")).Complaint(),
        StringComparison.Ordinal);

    private static async Task<List<JsonNode>> DoubtsAsync(string recipe, string distance)
    {
        var result = await Cli.RunAsync("doubts", "-r", recipe, "--distance", distance);
        Assert.Equal((0, ""), (result.Exit, result.Err));
        return [.. result.Lines.Select(l => JsonNode.Parse(l)!)];
    }
}
