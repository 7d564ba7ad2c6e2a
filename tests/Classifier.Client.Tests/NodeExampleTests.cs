using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Classifier.Client.Tests;

/// <summary>
/// The example for Node, run as its reader would. Needs <c>npm ci</c> in its folder; skipped without.
/// </summary>
public sealed class NodeExampleTests(ServiceProcess service) : IClassFixture<ServiceProcess>
{
    private static readonly string Folder = Path.Combine(
        AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf(
            Path.Combine("tests", "Classifier.Client.Tests"), StringComparison.Ordinal)],
        "examples", "node");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(string address, string input)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules")), $"npm ci has not run in {Folder}");
        using var node = Process.Start(new ProcessStartInfo("node", ["tag.mjs", address])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await node.StandardInput.WriteAsync(input.AsMemory(), Cancel);
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEndAsync(Cancel);
        var errors = await node.StandardError.ReadToEndAsync(Cancel);
        await node.WaitForExitAsync(Cancel);
        return (node.ExitCode, await output, errors);
    }
}
