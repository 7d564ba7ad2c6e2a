namespace Classifier.Fuzzing;

/// <summary>Feeds several targets at the same time, until time is up or enough inputs were tried.</summary>
/// <param name="create">Makes a target from its name.</param>
/// <param name="seed">Where the damage begins.</param>
/// <param name="time">How long to feed each target once it is made.</param>
/// <param name="inputs">Most inputs of all targets together.</param>
internal sealed class FuzzSession(Func<string, IFuzzTarget> create, int seed, TimeSpan time, long inputs)
{
    private long _begun;

    /// <summary>A finished run for each name.</summary>
    public Task<(string Name, FuzzRun Run)[]> FeedAsync(IEnumerable<string> names) =>
        Task.WhenAll(names.Select(name => Task.Run(() => FeedAsync(name))));

    private async Task<(string Name, FuzzRun Run)> FeedAsync(string name)
    {
        await using var target = create(name);
        var run = new FuzzRun(target, seed);
        var end = DateTime.UtcNow + time;
        await run.RunAsync(() => DateTime.UtcNow > end || Interlocked.Increment(ref _begun) > inputs, FuzzRun.Limit);
        return (name, run);
    }
}
