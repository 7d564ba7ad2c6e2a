using Microsoft.AspNetCore.Http.Features;

namespace Classifier.Service.Overload;

/// <summary>
/// What a unary call takes in the <see cref="Room"/>, and whether it is its client that it waits for. Kept with the
/// call as a feature; the same one serves call after call, so that none allocates.
/// </summary>
/// <param name="room">Where it goes back to when the call has ended.</param>
/// <param name="clock">Tells since when.</param>
internal sealed class Place(Room room, TimeProvider clock) : IDisposable
{
    private const long Never = long.MaxValue;

    /// <summary>Between the call's own thread and one that looks for room; nobody else meets here.</summary>
    private readonly Lock _lock = new();

    /// <summary>
    /// What ends the call, asked for by its own thread: a context is not to be asked by two at a time.
    /// </summary>
    private IHttpRequestLifetimeFeature? _call;

    /// <summary>Since when the call waits for its client to send or to take something.</summary>
    private long _waits = Never;

    /// <summary>Gives it to a call, which will send its message next.</summary>
    public void Take(HttpContext call)
    {
        call.Features.Set(this);
        var end = call.Features.Get<IHttpRequestLifetimeFeature>();
        lock (_lock)
        {
            (_call, _waits) = (end, clock.GetTimestamp());
        }
    }

    /// <summary>The message is there, and it is the service that takes its time.</summary>
    public void Works() => Volatile.Write(ref _waits, Never);

    /// <summary>The answer is there, and its client has to take it.</summary>
    public void Answers() => Volatile.Write(ref _waits, clock.GetTimestamp());

    /// <summary>Breaks the call off if its client has kept it waiting for longer than this.</summary>
    public bool EndIfLonger(TimeSpan patience)
    {
        lock (_lock)
        {
            var waits = Volatile.Read(ref _waits);
            if (_call is null || waits == Never || clock.GetElapsedTime(waits) <= patience)
            {
                return false;
            }

            _call.Abort();
            Works();
            return true;
        }
    }

    /// <summary>The call has ended.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            (_call, _waits) = (null, Never);
        }

        room.Leave(this);
    }
}
