using System.Collections.Concurrent;
using Classifier.Service.Hosting;
using Classifier.Service.Telemetry;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Overload;

/// <summary>How many unary calls may be inside, whether they work, wait, send or receive.</summary>
/// <remarks>
/// Clients that are slow to send or to take their answers could fill it and do nothing; Kestrel's least rate counts for
/// a connection, not for each call on it. So once it is more than half full, calls whose clients have kept them waiting
/// for longer than <see cref="Patience"/> are broken off.
/// </remarks>
internal sealed class Room
{
    /// <summary>Enough for a message of 4 MB at 16 Mbit a second; nobody is hurried while there is room.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Between two looks for slow clients, which go through all places.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Place[] _places;
    private readonly ConcurrentQueue<Place> _free;
    private readonly ServiceMetrics _metrics;
    private readonly ILogger<Room> _logger;
    private readonly TimeProvider _clock;
    private long _looked;

    public Room(IOptions<ServiceOptions> options, TimeProvider clock, ServiceMetrics metrics, ILogger<Room> logger)
    {
        (_metrics, _logger, _clock, _looked) = (metrics, logger, clock, clock.GetTimestamp());
        var most = options.Value.MaxConcurrentCalls + options.Value.MaxQueuedCalls;
        _places = [.. Enumerable.Range(0, most).Select(_ => new Place(this, clock))];
        _free = new(_places);
    }

    /// <summary>How many are inside.</summary>
    public int Inside => _places.Length - _free.Count;

    /// <summary>A place, if there is one; dispose it when the call has ended.</summary>
    public Place? TryEnter(HttpContext call)
    {
        var entered = _free.TryDequeue(out var place);
        if ((!entered || _free.Count < _places.Length / 2) && MayLook())
        {
            EndSlow();
        }

        place?.Take(call);
        return place;
    }

    public void Leave(Place place) => _free.Enqueue(place);

    private bool MayLook()
    {
        var looked = Volatile.Read(ref _looked);
        return _clock.GetElapsedTime(looked) >= Pause
            && Interlocked.CompareExchange(ref _looked, _clock.GetTimestamp(), looked) == looked;
    }

    private void EndSlow()
    {
        var ended = _places.Count(p => p.EndIfLonger(Patience));
        if (ended == 0)
        {
            return;
        }

        for (var i = 0; i < ended; i++)
        {
            _metrics.Refused("CALLER_SLOW");
        }

        Log.SlowEnded(_logger, ended, Patience.TotalSeconds);
    }
}
