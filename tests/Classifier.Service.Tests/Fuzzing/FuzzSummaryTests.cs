using Classifier.Fuzzing;

namespace Classifier.Service.Tests.Fuzzing;

public sealed class FuzzSummaryTests(SmallBundle small)
{
    [Fact]
    public async Task A_session_ends_at_its_inputs_and_tells_them_by_target_and_together()
    {
        var session = new FuzzSession(
            name => FuzzTargets.Create(name, small.Folder), seed: 1, TimeSpan.FromDays(1), inputs: 40);
        var runs = await session.FeedAsync(["text", "pointer"]);
        Assert.Equal(40, runs.Sum(r => r.Run.Tried));
        var lines = FuzzSummary.Lines(runs).ToList();
        Assert.Equal(["text", "pointer", "all"], lines.Select(l => l.Split(' ')[0]));
        Assert.Contains(" 40 inputs, 0 findings", lines[2], StringComparison.Ordinal);
    }
}
