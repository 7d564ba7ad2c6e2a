using Classifier.Core;
using Classifier.Service.Hosting;
using Classifier.Service.Telemetry;
using Grpc.Core;

namespace Classifier.Service.Overload;

/// <summary>
/// The turns of unary calls: a call holds one while its message has been read and its answer is not yet written.
/// </summary>
internal sealed class Turns(WorkLimit limit)
{
    /// <summary>
    /// Waits for a turn; dispose it when the work is done. Calls that are no work have one that is nobody's.
    /// </summary>
    /// <exception cref="ClassifierException">Too many wait already.</exception>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public ValueTask<Turn> EnterAsync(ServerCallContext context)
    {
        if (!CallKind.IsWorkMethod(context.Method))
        {
            return default;
        }

        var place = context.GetHttpContext().Features.Get<Place>();
        place?.Works();
        return limit.TryEnter() is { } lease ? new(new Turn(lease, place)) : WaitAsync(context, place);
    }

    private async ValueTask<Turn> WaitAsync(ServerCallContext context, Place? place)
    {
        try
        {
            var turn = limit.EnterAsync(context.CancellationToken);
            using var span = turn.IsCompleted ? null : Spans.Wait();
            return new(await turn, place);
        }
        catch
        {
            // Nobody works at it any more: it is the client that has to take the refusal now.
            place?.Answers();
            throw;
        }
    }
}
