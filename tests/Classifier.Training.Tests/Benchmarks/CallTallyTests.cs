using Classifier.Benchmarks.Load.Counting;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class CallTallyTests
{
    private readonly CallTally _tally = new();

    [Fact]
    public void Each_call_counts_once_and_under_its_status()
    {
        foreach (var status in new[] { 0, 0, 0, 8, 8, 14, 4, 14, CallTally.Broken, 99, -1 })
        {
            _tally.Add(status, TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal((3, 2, 11), (_tally.Answered, _tally.Refused, _tally.Ended));
        Assert.Equal([("DEADLINE_EXCEEDED", 1), ("UNAVAILABLE", 2), ("broken off", 3)], _tally.Others);
    }

    [Fact]
    public void Latencies_of_refusals_are_not_those_of_answers()
    {
        _tally.Add(0, TimeSpan.FromMilliseconds(40));
        _tally.Add(8, TimeSpan.FromMilliseconds(1));
        Assert.Equal((1, 1), (_tally.Accepted.Count, _tally.Refusals.Count));
        Assert.Equal(40, _tally.Accepted.Longest.TotalMilliseconds);
    }

    [Fact]
    public void Calls_that_were_not_sent_have_not_ended()
    {
        _tally.AddNotSent();
        Assert.Equal((1, 0), (_tally.NotSent, _tally.Ended));
    }
}
