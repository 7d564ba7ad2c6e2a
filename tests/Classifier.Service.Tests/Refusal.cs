using Google.Rpc;
using Grpc.Core;

namespace Classifier.Service.Tests;

/// <summary>What a refused call says, decoded from its trailers.</summary>
internal static class Refusal
{
    public static async Task AssertAsync(string reason, string field, string description, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        var status = error.GetRpcStatus()!;
        Assert.Equal((int)Code.InvalidArgument, status.Code);
        Assert.Equal(error.Status.Detail, status.Message);
        var info = status.GetDetail<ErrorInfo>()!;
        Assert.Equal((reason, "classifier"), (info.Reason, info.Domain));
        var violation = Assert.Single(status.GetDetail<BadRequest>()!.FieldViolations);
        Assert.Equal(field, violation.Field);
        Assert.Contains(description, violation.Description, StringComparison.Ordinal);
    }
}
