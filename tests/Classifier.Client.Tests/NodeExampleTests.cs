using System.Text.Json.Nodes;

namespace Classifier.Client.Tests;

/// <summary>
/// The example for Node, run as its reader would, <c>npm ci</c> first. Skipped where npm is out of reach.
/// </summary>
public sealed class NodeExampleTests(ServiceProcess service, NodeModules modules)
    : IClassFixture<ServiceProcess>, IClassFixture<NodeModules>
{
    [Fact]
    public async Task Lines_are_tagged_in_order()
    {
        var (exit, output, _) =
            await RunAsync(service.Address.Authority, "Turkish warplanes bombed the SDF near Kobani.\n\n"u8.ToArray());
        Assert.Equal(0, exit);
        var lines = output.TrimEnd().Split('\n').Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(["1", "2"], lines.Select(l => (string?)l["id"]));
        Assert.Equal("en", (string?)lines[0]["language"]);
        Assert.Contains("passages[1].text", (string?)lines[1]["error"], StringComparison.Ordinal);
    }

    /// <summary>Decoded as readers do, it would be tagged as a text that nobody wrote.</summary>
    [Fact]
    public async Task A_line_that_is_no_text_is_told_of_in_its_place()
    {
        byte[] input = [.. "caf"u8, 0xE9, .. "\nSDF één\n"u8];
        var (exit, output, _) = await RunAsync(service.Address.Authority, input);
        Assert.Equal(0, exit);
        var lines = output.TrimEnd().Split('\n').Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(["line 1 is no UTF-8", null], lines.Select(l => (string?)l["error"]));
        Assert.Equal(["1", "2"], lines.Select(l => (string?)l["id"]));
    }

    [Fact]
    public async Task A_service_that_is_away_is_told_of()
    {
        var (exit, output, errors) = await RunAsync("127.0.0.1:1", "x\n"u8.ToArray());
        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith("UNAVAILABLE: ", errors, StringComparison.Ordinal);
    }

    private async Task<Command.Outcome> RunAsync(string address, byte[] input)
    {
        Assert.SkipWhen(modules.Missing is not null, modules.Missing ?? "");
        var outcome = await Command.TryAsync(
            new("node", ["tag.mjs", address]) { WorkingDirectory = NodeModules.Folder }, input);
        Assert.SkipWhen(outcome is null, "node is not installed");
        return outcome!;
    }
}
