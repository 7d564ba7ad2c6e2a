using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Classifier.Benchmarks.Load;

/// <summary>Gives back what it gets.</summary>
internal sealed class EchoService : Echo.EchoBase
{
    public const string Method = "/classifier.benchmarks.Echo/Say";

    public override Task<StringValue> Say(StringValue request, ServerCallContext context) => Task.FromResult(request);
}
