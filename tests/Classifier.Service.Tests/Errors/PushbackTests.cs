using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Classifier.Service.Overload;
using Microsoft.AspNetCore.Http;

namespace Classifier.Service.Tests.Errors;

public sealed class PushbackTests
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(1_000, "1000")]
    [InlineData(1_001, "-1")]
    public void A_time_that_is_known_is_told_and_a_long_one_ends_it(int milliseconds, string expected)
    {
        var error = new ClassifierException(ErrorKind.ResourceExhausted, "R", "m")
        {
            Retry = TimeSpan.FromMilliseconds(milliseconds),
        };
        Assert.Equal(expected, StatusMapper.ToRpc(error).Trailers.GetValue(Pushback.Header));
    }

    [Fact]
    public void An_overloaded_service_leaves_pauses_that_grow_to_its_clients() =>
        AssertTold(null, WorkLimit.Overloaded());

    [Fact]
    public void A_draining_service_has_closed_its_connections_when_calls_come_again()
    {
        AssertTold("1000", Drain.Draining());
        Assert.True(Drain.Parting < StatusMapper.RetryOf(Drain.Draining()));
    }

    [Theory]
    [InlineData(ErrorKind.InvalidArgument)]
    [InlineData(ErrorKind.PermissionDenied)]
    public void What_fails_again_is_told_no_time(ErrorKind kind) => AssertTold(null, new(kind, "R", "m"));

    /// <summary>From within a call and by doors before it.</summary>
    private static void AssertTold(string? expected, ClassifierException error)
    {
        Assert.Equal(expected, StatusMapper.ToRpc(error).Trailers.GetValue(Pushback.Header));
        var headers = new HeaderDictionary();
        PreparedRefusal.Of(error).WriteTo(headers);
        Assert.Equal(expected, (string?)headers[Pushback.Header]);
    }
}
