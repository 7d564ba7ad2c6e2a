using Classifier.Fuzzing;

namespace Classifier.Service.Tests.Fuzzing;

/// <summary>A short run of the fuzzer over each target; long runs are <c>tests/Classifier.Fuzzing</c>'s own.</summary>
public sealed class FuzzRunTests(SmallBundle small)
{
    private const int Inputs = 1_500;

    /// <summary>Whole bundles take ten times as long as anything else.</summary>
    private const int WholeBundles = 150;

    public static TheoryData<string, int> Targets =>
        [.. FuzzTargets.Names.Select(n => (n, n == "load" ? WholeBundles : Inputs))];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Damaged_inputs_are_taken_as_they_should_be(string name, int inputs)
    {
        await using var target = FuzzTargets.Create(name, small.Folder);
        var run = new FuzzRun(target, seed: 1);
        await run.RunAsync(() => run.Tried == inputs, FuzzRun.Limit);
        Assert.True(run.Findings.Count == 0, string.Join('\n', run.Findings.Select(f => f.Problem)));
        Assert.Equal(inputs, run.Tried);
    }

    [Fact]
    public async Task What_fails_or_takes_too_long_is_kept()
    {
        await using var target = new Touchy(() => throw new InvalidOperationException("It broke."));
        var run = new FuzzRun(target, seed: 1);
        await run.RunAsync(() => run.Tried == 50, TimeSpan.Zero);
        Assert.Contains(run.Findings, f => f.Problem.Contains("It broke.", StringComparison.Ordinal));
        Assert.Contains(run.Findings, f => f.Problem.StartsWith("It took", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_slow_once_is_no_finding()
    {
        var slow = true;
        await using var target = new Touchy(() =>
        {
            Thread.Sleep(slow ? 600 : 0);
            slow = false;
            return Task.CompletedTask;
        });
        var run = new FuzzRun(target, seed: 1);
        await run.RunAsync(() => run.Tried == 5, TimeSpan.FromMilliseconds(500));
        Assert.Empty(run.Findings);
    }

    [Fact]
    public async Task What_never_ends_is_kept_and_ends_the_run()
    {
        await using var target = new Touchy(() => Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken));
        var run = new FuzzRun(target, seed: 1, patience: TimeSpan.FromMilliseconds(1));
        await run.RunAsync(() => false, FuzzRun.Limit);
        Assert.StartsWith("It has not ended", Assert.Single(run.Findings).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_inputs()
    {
        byte[][] seeds = [[1, 2, 3], [4, 5, 6, 7]];
        var (one, other) = (new Mutator(5), new Mutator(5));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(one.Next(seeds), other.Next(seeds)));
    }

    private sealed class Touchy(Func<Task> take) : IFuzzTarget
    {
        public string Name => "touchy";

        public IReadOnlyList<byte[]> Seeds => [[1, 2, 3]];

        public Task TryAsync(byte[] input) => take();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
