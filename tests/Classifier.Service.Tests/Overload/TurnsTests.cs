using Classifier.Core;
using Classifier.Service.Overload;
using Classifier.Service.Tests.Access;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Overload;

/// <summary>One turn, a queue of one, and two places, of which the call has one.</summary>
public sealed class TurnsTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly ServiceMeters _meters = new();
    private readonly CancellationTokenSource _gone = new();
    private readonly WorkLimit _limit;
    private readonly Room _room;
    private readonly Turns _turns;
    private readonly StubCallContext _context;
    private readonly BreakableCall _call;

    public TurnsTests()
    {
        var options = Options.Create(
            new Service.Hosting.ServiceOptions { MaxConcurrentCalls = 1, MaxQueuedCalls = 1 });
        _limit = new(options);
        _room = new(options, _clock, _meters.Metrics, new ListLogger<Room>());
        _turns = new(_limit);
        _context = new(DateTime.MaxValue, _gone.Token);
        _call = new(_context.GetHttpContext());
        Assert.NotNull(_room.TryEnter(_call.Context));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_worked_at_until_its_turn_is_over()
    {
        using (await _turns.EnterAsync(_context))
        {
            Assert.False(IsBrokenLater());
        }

        Assert.True(IsBrokenLater());
    }

    [Fact]
    public async Task A_call_that_is_refused_its_turn_waits_for_its_client_again()
    {
        using var turn = await _limit.EnterAsync(Cancel);
        var first = _limit.EnterAsync(_gone.Token);
        var error = await Assert.ThrowsAsync<ClassifierException>(async () => await _turns.EnterAsync(_context));
        Assert.Equal("OVERLOADED", error.Reason);
        Assert.True(IsBrokenLater());
        await _gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await first);
    }

    [Fact]
    public async Task So_does_one_that_is_given_up_while_it_waits()
    {
        using var turn = await _limit.EnterAsync(Cancel);
        var waiting = _turns.EnterAsync(_context);
        Assert.False(IsBrokenLater());
        await _gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        Assert.True(IsBrokenLater());
    }

    public void Dispose()
    {
        _limit.Dispose();
        _gone.Dispose();
        _meters.Dispose();
    }

    /// <summary>Whether it is broken off for others after its client has had its time.</summary>
    private bool IsBrokenLater()
    {
        _clock.Advance(Room.Patience * 1.1);
        _room.TryEnter(new DefaultHttpContext())?.Dispose();
        return _call.IsBroken;
    }
}
