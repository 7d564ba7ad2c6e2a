namespace Classifier.Client.Tests;

/// <summary>
/// The protos against buf's rules and against what was released, by <c>.ci/contract</c>. Skipped where npm or its
/// registry is out of reach.
/// </summary>
public sealed class ReleasedContractTests : IDisposable
{
    private const int OutOfReach = 75;

    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("classifier-contract-");

    [Fact]
    public async Task Nothing_that_callers_rely_on_has_gone()
    {
        var outcome = await HoldAsync(Command.Root);
        Assert.True(outcome.Exit == 0, outcome.Output + outcome.Errors);
    }

    [Theory]
    [InlineData("  string text = 2;", "  string words = 2;", "changed name from \"text\" to \"words\"")]
    [InlineData("  string model_version = ", "  bytes model_version = ", "changed type from \"string\" to \"bytes\"")]
    public async Task What_has_is_named(string old, string @new, string named)
    {
        await CopyAsync();
        var proto = Path.Combine(_copy.FullName, "protos", "classifier", "v1", "passage_tagger.proto");
        var text = await File.ReadAllTextAsync(proto, TestContext.Current.CancellationToken);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            proto, text.Replace(old, @new, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var outcome = await HoldAsync(_copy.FullName);
        Assert.NotEqual(0, outcome.Exit);
        Assert.Contains(named, outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _copy.Delete(true);

    private async Task CopyAsync()
    {
        foreach (var part in (string[])[".ci", "buf.yaml", "protos", "third_party"])
        {
            await Command.TryAsync(new("cp", ["-r", Path.Combine(Command.Root, part), _copy.FullName]));
        }
    }

    private static async Task<Command.Outcome> HoldAsync(string folder)
    {
        var outcome = await Command.TryAsync(new("bash", [Path.Combine(folder, ".ci", "contract")]));
        Assert.SkipWhen(outcome is null or { Exit: OutOfReach or Command.TookTooLong }, outcome?.Errors ?? "bash is not installed");
        return outcome!;
    }
}
