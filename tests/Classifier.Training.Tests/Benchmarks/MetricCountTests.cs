using Classifier.Benchmarks.Load.Counting;
using Classifier.Core;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class MetricCountTests
{
    private const string Page =
        """
        # TYPE calls_count counter
        calls_count{code="OK",method="Tag"} 40
        calls_count{code="OK",method="Detect"} 7
        calls_count{code="UNAVAILABLE",method="Tag"} 3 1700000000000
        calls_counted{code="OK",method="Tag"} 100
        broken{code="OK"}
        """;

    [Theory]
    [InlineData(40, "code=\"OK\"", "method=\"Tag\"")]
    [InlineData(47, "code=\"OK\"")]
    [InlineData(3, "code=\"UNAVAILABLE\"")]
    [InlineData(0, "code=\"INTERNAL\"")]
    public void Lines_with_the_labels_add_up(long count, params string[] labels) =>
        Assert.Equal(count, MetricCount.Of(Page, "calls_count", labels));

    [Fact]
    public void A_line_without_a_number_is_refused() =>
        Assert.Throws<ClassifierException>(() => MetricCount.Of(Page, "broken"));
}
