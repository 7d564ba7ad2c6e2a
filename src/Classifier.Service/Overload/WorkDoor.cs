using Classifier.Service.Errors;
using Classifier.Service.Hosting;

namespace Classifier.Service.Overload;

/// <summary>
/// The door before the calls that tag, over gRPC and REST alike: as many are let in as there is <see cref="Room"/> for,
/// those among them that still send or receive, and the rest are refused before anything of them is read.
/// </summary>
internal sealed class WorkDoor(RequestDelegate next, Room room, CallRefusal refusal)
{
    public Task InvokeAsync(HttpContext context) =>
        CallKind.Of(context) is { IsWork: true } ? EnterAsync(context) : next(context);

    private async Task EnterAsync(HttpContext context)
    {
        using var place = room.TryEnter(context);
        await (place is null ? refusal.OverloadedAsync(context) : next(context));
    }
}
