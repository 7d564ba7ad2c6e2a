using Classifier.Core;
using Classifier.Service.Hosting;
using Grpc.Core;

namespace Classifier.Service.Rest;

/// <summary>
/// Items of a batch that JSON could not bring in, and why. An empty one, or one with its id alone, stands for each in
/// the request.
/// </summary>
internal sealed class BrokenItems
{
    private readonly Dictionary<int, ClassifierException> _errors = [];

    /// <summary>Those of a call; null where all are sound, as they always are over gRPC.</summary>
    public static BrokenItems? Of(ServerCallContext call)
    {
        var context = call.GetHttpContext();
        return BodyLimit.IsGrpc(context.Request) ? null : context.Features.Get<BrokenItems>();
    }

    /// <summary>What is wrong with an item; null where nothing is.</summary>
    public ClassifierException? Of(int index) => _errors.GetValueOrDefault(index);

    public void Add(int index, ClassifierException error) => _errors.Add(index, error);
}
