using Classifier.Benchmarks.Load.Counting;
using Classifier.Core;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class H2LoadLogTests
{
    [Fact]
    public void Latencies_are_of_calls_that_ended_well()
    {
        var (latencies, failed) = H2LoadLog.Read(["1001\t200\t40", "1002\t200\t60", "1003\t-1\t9", "1004\t503\t7"]);
        Assert.Equal(
            (2, 60, 2),
            (latencies.Count, (long)latencies.Longest.TotalMicroseconds, failed));
    }

    [Fact]
    public void Columns_that_a_later_version_adds_are_passed_over() =>
        Assert.Equal(1, H2LoadLog.Read(["1001\t200\t40\tmore"]).Latencies.Count);

    [Theory]
    [InlineData("1001\t200")]
    [InlineData("1001\t200\tsoon")]
    [InlineData("")]
    public void What_is_no_call_is_refused(string line)
    {
        var error = Assert.Throws<ClassifierException>(() => H2LoadLog.Read([line]));
        Assert.Contains($"'{line}'", error.Message, StringComparison.Ordinal);
    }
}
