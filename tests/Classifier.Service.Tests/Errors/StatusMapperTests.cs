using Classifier.Core;
using Classifier.Service.Errors;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace Classifier.Service.Tests.Errors;

public sealed class StatusMapperTests
{
    [Theory]
    [InlineData(ErrorKind.InvalidArgument, StatusCode.InvalidArgument)]
    [InlineData(ErrorKind.NotFound, StatusCode.NotFound)]
    [InlineData(ErrorKind.FailedPrecondition, StatusCode.FailedPrecondition)]
    [InlineData(ErrorKind.Unavailable, StatusCode.Unavailable)]
    [InlineData(ErrorKind.ResourceExhausted, StatusCode.ResourceExhausted)]
    [InlineData(ErrorKind.TooLarge, StatusCode.InvalidArgument)]
    [InlineData(ErrorKind.Unauthenticated, StatusCode.Unauthenticated)]
    [InlineData(ErrorKind.PermissionDenied, StatusCode.PermissionDenied)]
    public void Every_kind_has_its_code(ErrorKind kind, StatusCode code)
    {
        var error = StatusMapper.ToRpc(new ClassifierException(kind, "SOME_REASON", "what is wrong"));
        Assert.Equal((code, "what is wrong"), (error.StatusCode, error.Status.Detail));
        var info = error.GetRpcStatus()!.GetDetail<ErrorInfo>()!;
        Assert.Equal(("SOME_REASON", "classifier"), (info.Reason, info.Domain));
        Assert.Null(error.GetRpcStatus()!.GetDetail<BadRequest>());
    }

    [Fact]
    public void The_table_knows_all_kinds() => Assert.All(Enum.GetValues<ErrorKind>(), kind =>
        Assert.NotEqual(StatusCode.Internal, StatusMapper.ToRpc(new ClassifierException(kind, "R", "m")).StatusCode));

    [Fact]
    public void An_item_has_the_code_of_a_call_that_fails_alike() => Assert.All(Enum.GetValues<ErrorKind>(), kind =>
    {
        var error = new ClassifierException(kind, "R", "m");
        var name = StatusMapper.ToItem(error).Code.Replace("_", "", StringComparison.Ordinal);
        Assert.Equal($"{StatusMapper.ToRpc(error).StatusCode}", name, ignoreCase: true);
    });

    [Theory]
    [InlineData(ErrorKind.InvalidArgument, 400)]
    [InlineData(ErrorKind.TooLarge, 413)]
    [InlineData(ErrorKind.Unauthenticated, 401)]
    [InlineData(ErrorKind.PermissionDenied, 403)]
    [InlineData(ErrorKind.ResourceExhausted, 429)]
    [InlineData(ErrorKind.Unavailable, 503)]
    public void Over_http_kinds_have_its_codes(ErrorKind kind, int code) =>
        Assert.Equal(code, StatusMapper.HttpCodeOf(kind));

    [Fact]
    public void What_else_programs_may_read_stands_beside_the_reason()
    {
        var error = new ClassifierException(ErrorKind.PermissionDenied, "R", "m")
        {
            Metadata = new Dictionary<string, string> { ["scope"] = "admin" },
        };
        var info = DetailOf<ErrorInfo>(error)!;
        Assert.Equal(("R", "admin"), (info.Reason, info.Metadata["scope"]));
    }

    [Theory]
    [InlineData(ErrorKind.Unavailable, 1000)]
    [InlineData(ErrorKind.ResourceExhausted, 100)]
    public void What_may_pass_later_says_when_to_try(ErrorKind kind, int milliseconds)
    {
        var retry = DetailOf<RetryInfo>(new(kind, "R", "m"))!;
        Assert.Equal(milliseconds, retry.RetryDelay.ToTimeSpan().TotalMilliseconds);
    }

    [Theory]
    [InlineData(ErrorKind.InvalidArgument)]
    [InlineData(ErrorKind.NotFound)]
    [InlineData(ErrorKind.FailedPrecondition)]
    [InlineData(ErrorKind.TooLarge)]
    [InlineData(ErrorKind.Unauthenticated)]
    [InlineData(ErrorKind.PermissionDenied)]
    public void What_fails_again_does_not(ErrorKind kind) => Assert.Null(DetailOf<RetryInfo>(new(kind, "R", "m")));

    [Theory]
    [InlineData(ErrorKind.ResourceExhausted, 100)]
    [InlineData(ErrorKind.InvalidArgument, null)]
    public void Items_say_all_that_calls_do(ErrorKind kind, int? milliseconds)
    {
        var item = StatusMapper.ToItem(new ClassifierException(kind, "SOME_REASON", "what is wrong"));
        Assert.Equal(("SOME_REASON", "what is wrong"), (item.Reason, item.Message));
        Assert.Equal(milliseconds, item.RetryDelay?.ToTimeSpan().TotalMilliseconds);
    }

    [Fact]
    public void The_thing_in_question_is_named()
    {
        var error =
            new ClassifierException(ErrorKind.NotFound, "R", "is not there") { Resource = new("model", "next") };
        var resource = DetailOf<ResourceInfo>(error)!;
        Assert.Equal(
            ("model", "next", "is not there"), (resource.ResourceType, resource.ResourceName, resource.Description));
    }

    [Theory]
    [InlineData(true, "DEADLINE_EXCEEDED", StatusCode.DeadlineExceeded)]
    [InlineData(false, "CANCELLED", StatusCode.Cancelled)]
    public void Stopped_calls_say_why(bool late, string reason, StatusCode code)
    {
        var error = StatusMapper.Stopped(late ? StubCallContext.Late() : StubCallContext.Cancelled());
        Assert.Equal(code, error.StatusCode);
        Assert.Equal(reason, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public void Violations_become_details()
    {
        var error = StatusMapper.ToRpc(Violation.Of("BATCH_EMPTY", "passages", "has 0 items"));
        var violation = Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations);
        Assert.Equal(("passages", "has 0 items"), (violation.Field, violation.Description));
    }

    [Fact]
    public void Items_carry_code_and_message()
    {
        var item = StatusMapper.ToItem(Violation.Of("TEXT_EMPTY", "passage.text", "is empty"));
        Assert.Equal(("INVALID_ARGUMENT", "passage.text: is empty"), (item.Code, item.Message));
    }

    [Fact]
    public void What_a_library_throws_is_not_repeated_to_callers()
    {
        var item = StatusMapper.ToItem(new KeyNotFoundException("The key 'a passage' was not found"));
        Assert.Equal("INTERNAL", item.Code);
        Assert.DoesNotContain("passage", item.Message, StringComparison.Ordinal);
    }

    private static T? DetailOf<T>(ClassifierException error)
        where T : class, IMessage<T>, new() => StatusMapper.ToStatus(error).GetDetail<T>();
}
