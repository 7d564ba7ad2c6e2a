using Classifier.Service.Hosting;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Classifier.Service.Tests.Hosting;

public sealed class CallPathsTests
{
    private const string Path = "/classifier.v1.PassageTagger/TagPassages";

    private static readonly RouteEndpoint Call = Endpoint(Path);

    private static readonly DefaultEndpointDataSource Mapped = new(Call, Endpoint("/v1/passages:tag"));

    [Fact]
    public void A_call_finds_its_endpoint() => Assert.Same(Call, Found("POST", Path, "application/grpc"));

    /// <summary>Even to say that there is no such method, or none over this protocol.</summary>
    [Theory]
    [InlineData("GET", Path, "application/grpc")]
    [InlineData("POST", Path, "application/json")]
    [InlineData("POST", Path, null)]
    [InlineData("POST", "/classifier.v1.passagetagger/tagpassages", "application/grpc")]
    [InlineData("POST", Path + "/", "application/grpc")]
    [InlineData("POST", "/v1/passages:tag", "application/grpc")]
    [InlineData("POST", "", "application/grpc")]
    public void All_else_is_left_to_routing(string method, string path, string? content) =>
        Assert.Null(Found(method, path, content));

    private static Endpoint? Found(string method, string path, string? content)
    {
        var context = new DefaultHttpContext
        {
            Request = { Method = method, Path = path, ContentType = content },
        };
        new CallPaths(_ => Task.CompletedTask, Mapped).InvokeAsync(context);
        return context.GetEndpoint();
    }

    /// <summary>Of one method, as gRPC maps it and as its JSON form does.</summary>
    private static RouteEndpoint Endpoint(string pattern)
    {
        var marshaller = Marshallers.Create(_ => Array.Empty<byte>(), _ => new object());
        var method = new Method<object, object>(
            MethodType.Unary, "classifier.v1.PassageTagger", "TagPassages", marshaller, marshaller);
        return new(
            _ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0,
            new(new GrpcMethodMetadata(typeof(CallPathsTests), method)), null);
    }
}
