using Classifier.Service.Overload;
using Classifier.Service.Tests.Access;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Overload;

public sealed class BacklogTests
{
    private readonly ManualClock _clock = new();
    private readonly ManualPool _pool = new();
    private readonly Backlog _backlog;

    public BacklogTests() => _backlog = new(
        Options.Create(new Service.Hosting.ServiceOptions { MaxConcurrentCalls = 2, MaxQueuedCalls = 3 }),
        _clock,
        _pool);

    [Fact]
    public void Calls_are_refused_from_when_a_probe_is_late_until_it_comes_out()
    {
        Probe();
        Pass(Backlog.Patience);
        Assert.False(_backlog.IsTooLong());
        Pass(Backlog.Pause);
        Assert.True(_backlog.IsTooLong());
        Assert.Single(_pool.Queued).Execute();
        Assert.False(_backlog.IsTooLong());
    }

    [Fact]
    public void Long_calls_may_wait_as_long_as_they_are_few()
    {
        Probe();
        Pass(TimeSpan.FromMinutes(1));
        _pool.Waiting = 5;
        Assert.False(_backlog.IsTooLong());
        _pool.Waiting = 6;
        Assert.True(_backlog.IsTooLong());
    }

    [Fact]
    public void One_probe_is_under_way_at_a_time_and_the_next_one_rests_first()
    {
        Probe();
        Probe();
        Assert.Single(_pool.Queued).Execute();
        Assert.False(_backlog.IsTooLong());
        Assert.Single(_pool.Queued);
        Probe();
        Assert.Equal(2, _pool.Queued.Count);
    }

    private void Probe()
    {
        Pass(Backlog.Pause);
        Assert.False(_backlog.IsTooLong());
    }

    private void Pass(TimeSpan time) => _clock.Advance(time);

    private sealed class ManualPool : Backlog.IPool
    {
        public List<IThreadPoolWorkItem> Queued { get; } = [];

        public long Waiting { get; set; } = 6;

        public void Queue(IThreadPoolWorkItem item) => Queued.Add(item);
    }
}
