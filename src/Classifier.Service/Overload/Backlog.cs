using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Overload;

/// <summary>
/// Tells when calls wait too long before anything of this service has run. Kestrel queues each call in the thread pool,
/// where no limiter sees it: a unary call whose message is there is worked at from its start to its end without leaving
/// its thread, so that hardly more calls than threads are ever inside, however many wait outside. A probe goes to the
/// end of that same queue. While it has not come out for three milliseconds, and more wait than may, calls at the front
/// are refused, which takes a fraction of the time of answering them, until the queue has passed.
/// </summary>
/// <param name="options">How many may wait.</param>
/// <param name="clock">Tells for how long.</param>
/// <param name="pool">The queue.</param>
internal sealed class Backlog(IOptions<ServiceOptions> options, TimeProvider clock, Backlog.IPool pool)
    : IThreadPoolWorkItem
{
    /// <summary>
    /// At twice the rate that can be answered, the queue levels off a little above this. A call passes it up to three
    /// times, to be read, worked at and written, which leaves room below the 50 ms that an answer may take.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(3);

    /// <summary>Between two probes, since each may wake a thread.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly int _most = options.Value.MaxConcurrentCalls + options.Value.MaxQueuedCalls;
    private readonly long _patience = Ticks(clock, Patience);
    private readonly long _pause = Ticks(clock, Pause);

    /// <summary>When the probe went in; 0 while there is none.</summary>
    private long _sent;

    private long _back = clock.GetTimestamp();

    /// <summary>The thread pool, or what tests put in its place.</summary>
    internal interface IPool
    {
        long Waiting { get; }

        void Queue(IThreadPoolWorkItem item);
    }

    /// <summary>The call that asks should be refused.</summary>
    public bool IsTooLong()
    {
        var (now, sent) = (clock.GetTimestamp(), Volatile.Read(ref _sent));
        if (sent != 0)
        {
            return now - sent > _patience && pool.Waiting > _most;
        }

        if (now - Volatile.Read(ref _back) >= _pause && Interlocked.CompareExchange(ref _sent, now, 0) == 0)
        {
            pool.Queue(this);
        }

        return false;
    }

    /// <summary>The probe has come out.</summary>
    public void Execute()
    {
        Volatile.Write(ref _back, clock.GetTimestamp());
        Volatile.Write(ref _sent, 0);
    }

    private static long Ticks(TimeProvider clock, TimeSpan time) =>
        (long)(time.TotalSeconds * clock.TimestampFrequency);

    internal sealed class SharedPool : IPool
    {
        public long Waiting => ThreadPool.PendingWorkItemCount;

        /// <summary>Kestrel queues its calls globally too.</summary>
        public void Queue(IThreadPoolWorkItem item) => ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal: false);
    }
}
