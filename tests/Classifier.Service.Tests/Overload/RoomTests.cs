using Classifier.Service.Overload;
using Classifier.Service.Tests.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Overload;

/// <summary>A room for four calls.</summary>
public sealed class RoomTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly ServiceMeters _meters = new();
    private readonly ListLogger<Room> _log = new();
    private readonly Room _room;

    public RoomTests() => _room = new(
        Options.Create(new Service.Hosting.ServiceOptions { MaxConcurrentCalls = 1, MaxQueuedCalls = 3 }),
        _clock,
        _meters.Metrics,
        _log);

    [Fact]
    public void It_takes_as_many_as_there_are_places_and_takes_others_when_they_leave()
    {
        var places = Enter(4).ConvertAll(c => c.Place);
        Assert.Equal(4, _room.Inside);
        Assert.Null(_room.TryEnter(new DefaultHttpContext()));
        places.ForEach(p => p.Dispose());
        Assert.Equal(0, _room.Inside);
        Assert.NotNull(_room.TryEnter(new DefaultHttpContext()));
    }

    [Fact]
    public void Calls_that_wait_long_for_their_clients_are_broken_off_when_it_fills()
    {
        var slow = Enter(2);
        _clock.Advance(Room.Patience * 1.1);
        var quick = Enter(1);
        Assert.All(slow, c => Assert.True(c.Call.IsBroken));
        Assert.All(quick, c => Assert.False(c.Call.IsBroken));
        Assert.Equal(2, _meters.Sum("classifier.refusals", "CALLER_SLOW"));
        Assert.StartsWith("Broke off 2 calls", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void While_there_is_room_they_may_take_their_time()
    {
        var slow = Enter(1);
        _clock.Advance(TimeSpan.FromHours(1));
        Enter(1);
        Assert.False(slow[0].Call.IsBroken);
    }

    [Fact]
    public void A_call_that_the_service_works_at_is_never_broken_off()
    {
        var working = Enter(4);
        working.ForEach(c => c.Place.Works());
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(_room.TryEnter(new DefaultHttpContext()));
        Assert.All(working, c => Assert.False(c.Call.IsBroken));
        working[0].Place.Answers();
        _clock.Advance(Room.Patience * 1.1);
        Assert.Null(_room.TryEnter(new DefaultHttpContext()));
        Assert.Equal([true, false, false, false], working.Select(c => c.Call.IsBroken));
    }

    [Fact]
    public void A_place_that_was_left_breaks_nobody_off()
    {
        var first = Enter(1);
        first[0].Place.Dispose();
        Enter(2);
        _clock.Advance(Room.Patience * 1.1);
        Enter(1);
        Assert.False(first[0].Call.IsBroken);
    }

    public void Dispose() => _meters.Dispose();

    private List<(Place Place, BreakableCall Call)> Enter(int calls) => [.. Enumerable.Range(0, calls).Select(_ =>
    {
        var call = new BreakableCall();
        return (_room.TryEnter(call.Context)!, call);
    })];
}
