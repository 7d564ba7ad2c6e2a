using System.Runtime.Intrinsics;
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
}
