using System.Text;
using Classifier.Benchmarks.Load.Counting;

namespace Classifier.Training.Tests.Benchmarks;

public sealed class ResponseStatusTests
{
    [Theory]
    [InlineData("\0\u000bgrpc-status\u00010", 0)]
    [InlineData("\0\u000ccontent-type\u0010application/grpc\0\u000bgrpc-status\u000216\0\u0001a\u0001b", 16)]
    [InlineData("\0\u0017grpc-status-details-bin\u00019", null)]
    [InlineData("\0\u000bgrpc-status\u0002x1", null)]
    [InlineData("\0\u000bgrpc-status\u00091", null)]
    [InlineData("\0\u000bgrpc-status", null)]
    [InlineData("", null)]
    public void The_status_is_found_among_plain_headers(string headers, int? status) =>
        Assert.Equal(status, ResponseStatus.Of(Encoding.Latin1.GetBytes(headers)));
}
