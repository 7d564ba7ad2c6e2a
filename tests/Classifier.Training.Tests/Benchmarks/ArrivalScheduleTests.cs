using Classifier.Benchmarks.Load.Counting;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class ArrivalScheduleTests
{
    private static readonly ArrivalSchedule Schedule = new(4, TimeSpan.FromSeconds(2.5));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(249, 1)]
    [InlineData(250, 2)]
    [InlineData(1000, 5)]
    [InlineData(60_000, 10)]
    public void Calls_are_due_at_even_distances_and_no_more_than_there_are(int milliseconds, long due) =>
        Assert.Equal(due, Schedule.DueAt(TimeSpan.FromMilliseconds(milliseconds)));

    [Fact]
    public void A_call_is_due_at_its_time_and_not_before()
    {
        for (var call = 0; call < Schedule.Total; call++)
        {
            var time = Schedule.TimeOf(call);
            Assert.Equal((call, call + 1), (Schedule.DueAt(time - TimeSpan.FromTicks(1)), Schedule.DueAt(time)));
        }
    }

    [Fact]
    public void Half_a_call_is_sent_too() => Assert.Equal(3, new ArrivalSchedule(1, TimeSpan.FromSeconds(2.5)).Total);
}
