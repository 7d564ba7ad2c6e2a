using Classifier.Core;
using Classifier.Service.Tagging;
using Google.Rpc;
using Grpc.Core;

namespace Classifier.Service.Tests.Tagging;

public sealed class StatusMapperTests
{
    [Theory]
    [InlineData(ErrorKind.InvalidArgument, StatusCode.InvalidArgument)]
    [InlineData(ErrorKind.NotFound, StatusCode.NotFound)]
    [InlineData(ErrorKind.FailedPrecondition, StatusCode.FailedPrecondition)]
    [InlineData(ErrorKind.Unavailable, StatusCode.Unavailable)]
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
}
