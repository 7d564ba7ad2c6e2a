using Classifier.Fuzzing;
using Classifier.Training.Tests;

namespace Classifier.Service.Tests.Fuzzing;

/// <summary>A short run of the fuzzer over each target; long runs are <c>tests/Classifier.Fuzzing</c>'s own.</summary>
public sealed class FuzzRunTests
{
    private const int Inputs = 1_500;

    public static TheoryData<string> Targets => [.. FuzzTargets.Names];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Damaged_inputs_are_taken_as_they_should_be(string name)
    {
        using var models = new TempFolder();
        TinyModels.CopyTo(models.Path);
        TinyModels.Train(models.Path, models["bundle"]);
        await using var target = FuzzTargets.Create(name, models["bundle"]);
        var run = new FuzzRun(target, seed: 1);
        await run.RunAsync(() => run.Tried == Inputs, limit: null);
        Assert.Empty(run.Findings.Select(f => f.Problem));
        Assert.Equal(Inputs, run.Tried);
    }

    [Fact]
    public async Task What_fails_or_takes_too_long_is_kept()
    {
        await using var target = new Touchy();
        var run = new FuzzRun(target, seed: 1);
        await run.RunAsync(() => run.Tried == 50, TimeSpan.Zero);
        Assert.Contains(run.Findings, f => f.Problem.Contains("It broke.", StringComparison.Ordinal));
        Assert.Contains(run.Findings, f => f.Problem.StartsWith("It took", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_seed_gives_the_same_inputs()
    {
        byte[][] seeds = [[1, 2, 3], [4, 5, 6, 7]];
        var (one, other) = (new Mutator(5), new Mutator(5));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(one.Next(seeds), other.Next(seeds)));
    }

    private sealed class Touchy : IFuzzTarget
    {
        public string Name => "touchy";

        public IReadOnlyList<byte[]> Seeds => [[1, 2, 3]];

        public Task TryAsync(byte[] input) => throw new InvalidOperationException("It broke.");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
