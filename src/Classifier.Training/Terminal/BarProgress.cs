using System.Diagnostics;

namespace Classifier.Training.Terminal;

/// <summary>
/// A progress bar on standard error; nothing at all when that is redirected. Drawn at most ten times a second, and
/// only for steps that take longer than a second.
/// </summary>
internal sealed class BarProgress : IProgressSink
{
    private const int Width = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public IProgressStep Begin(string name, long total) =>
        Console.IsErrorRedirected ? new Silent() : new Bar(name, total);

    private sealed class Silent : IProgressStep
    {
        public void Advance(long units)
        {
        }

        public void Dispose()
        {
        }
    }

    private sealed class Bar(string name, long total) : IProgressStep
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly Lock _lock = new();
        private TimeSpan _drawn = Patience - Pause;
        private long _done;
        private bool _visible;

        public void Advance(long units)
        {
            lock (_lock)
            {
                _done += units;
                if (_watch.Elapsed - _drawn >= Pause)
                {
                    _drawn = _watch.Elapsed;
                    Draw();
                }
            }
        }

        public void Dispose()
        {
            if (_visible)
            {
                Draw();
                Console.Error.WriteLine();
            }
        }

        private void Draw()
        {
            _visible = true;
            var rate = _done / Math.Max(0.001, _watch.Elapsed.TotalSeconds);
            if (total <= 0)
            {
                Console.Error.Write($"\r{name} {_done:N0} ({rate:N0}/s)   ");
                return;
            }

            var filled = (int)Math.Min(Width, Width * _done / total);
            Console.Error.Write(
                $"\r{name} [{new string('#', filled)}{new string('.', Width - filled)}] {_done:N0}/{total:N0}   ");
        }
    }
}
