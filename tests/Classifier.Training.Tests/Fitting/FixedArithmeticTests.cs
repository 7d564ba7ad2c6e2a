using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Text.Json.Nodes;
using Classifier.Training.Fitting;

namespace Classifier.Training.Tests.Fitting;

/// <summary>Weights do not depend on how wide the processor's vectors are.</summary>
public sealed class FixedArithmeticTests(TinyBundle bundle) : IDisposable
{
    private const string Setting = "DOTNET_PreferredVectorBitWidth";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_tests_themselves_run_with_narrow_vectors() => Assert.False(Vector512.IsHardwareAccelerated);

    [Fact]
    public void A_process_that_is_narrow_already_is_not_started_again() =>
        Assert.False(FixedArithmetic.IsWide(_ => "256"));

    /// <summary>On a machine with wide vectors this is a process within the process.</summary>
    [Fact]
    public async Task A_plain_shell_gets_the_same_weights_and_exit_status()
    {
        TinyModels.CopyTo(_folder.Path);
        var result = await Cli.RunWithoutAsync(Setting, "train", "--recipe", _folder["recipe.json"]);
        Assert.Equal((0, $"weights {bundle.Manifest.WeightHash}\n"), (result.Exit, result.Out));
        Assert.Equal(1, (await Cli.RunWithoutAsync(Setting, "train", "--recipe", "nowhere.json")).Exit);
    }

    /// <summary>
    /// The signal goes to one process alone, as from <c>kill</c>. Others than TERM a shell may have told the tests to
    /// ignore, as it does in the background.
    /// </summary>
    [Fact]
    public async Task A_signal_ends_the_inner_program_too_and_leaves_no_draft()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals here.");
        await AssertStoppedAsync(143, environment => environment.Remove(Setting), async process =>
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        });
    }

    /// <summary>Of an outer program that is killed, the pipe between them is all that tells.</summary>
    [Fact]
    public Task An_inner_program_ends_with_the_outer_one() => AssertStoppedAsync(
        143,
        environment => environment["CLASSIFIER_INNER"] = "1",
        process =>
        {
            process.StandardInput.Close();
            return Task.CompletedTask;
        });

    /// <summary>The training would take hours.</summary>
    private async Task AssertStoppedAsync(
        int status, Action<IDictionary<string, string?>> change, Func<Process, Task> stop)
    {
        TinyModels.CopyTo(_folder.Path);
        TinyModels.Change(_folder.Path, r => r["events"] = JsonNode.Parse(
            """{"trainer":"network","iterations":1000,"network":{"units":64,"members":4}}"""));
        var folder = _folder["bundles/tiny"];
        Assert.Equal(
            status, await Cli.StopAsync(change, $"{folder}.draft", stop, "train", "--recipe", _folder["recipe.json"]));
        Assert.Equal((false, false), (Directory.Exists(folder), Directory.Exists($"{folder}.draft")));
    }
}
