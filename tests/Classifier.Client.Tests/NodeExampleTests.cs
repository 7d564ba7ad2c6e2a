using System.Text;
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
            await RunAsync(service.Address.Authority, "Turkish warplanes bombed the SDF near Kobani.\n\n");
        Assert.Equal(0, exit);
        var lines = output.TrimEnd().Split('\n').Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(["1", "2"], lines.Select(l => (string?)l["id"]));
        Assert.Equal("en", (string?)lines[0]["language"]);
        Assert.Contains("passages[1].text", (string?)lines[1]["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_away_is_told_of()
    {
        var (exit, output, errors) = await RunAsync("127.0.0.1:1", "x\n");
        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith("UNAVAILABLE: ", errors, StringComparison.Ordinal);
    }

    private async Task<Command.Outcome> RunAsync(string address, string input)
    {
        Assert.SkipWhen(modules.Missing is not null, modules.Missing ?? "");
        var outcome = await Command.TryAsync(
            new("node", ["tag.mjs", address]) { WorkingDirectory = NodeModules.Folder }, Encoding.UTF8.GetBytes(input));
        Assert.SkipWhen(outcome is null, "node is not installed");
        return outcome!;
    }
}
