using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Classifier.Service.Tests;

/// <summary>A call as the framework would hand it over.</summary>
internal sealed class StubCallContext(DateTime deadline, CancellationToken cancel) : ServerCallContext
{
    protected override string MethodCore => "/classifier.v1.PassageTagger/Test";

    protected override string HostCore => "localhost";

    protected override string PeerCore => "ipv4:127.0.0.1";

    protected override DateTime DeadlineCore => deadline;

    protected override Metadata RequestHeadersCore { get; } = [];

    protected override CancellationToken CancellationTokenCore => cancel;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore { get; } = new(null, []);

    /// <summary>The key is the framework's own.</summary>
    protected override IDictionary<object, object> UserStateCore { get; } =
        new Dictionary<object, object> { ["__HttpContext"] = new DefaultHttpContext() };

    public static StubCallContext Running() => new(DateTime.MaxValue, CancellationToken.None);

    /// <summary>A call that its client gave up before it was answered.</summary>
    public static StubCallContext Cancelled() => new(DateTime.MaxValue, new(true));

    /// <summary>A call whose deadline has passed.</summary>
    public static StubCallContext Late() => new(DateTime.UtcNow.AddSeconds(-1), new(true));

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
}
