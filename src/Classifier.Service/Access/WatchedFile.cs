using System.Security.Cryptography;

namespace Classifier.Service.Access;

/// <summary>
/// What files say, read again once their bytes have changed; looked at only when asked for, and then at most once in
/// a period. A change that can't be used is reported once and leaves the last good value in place.
/// </summary>
/// <remarks>Bytes and not times decide, since renewed certificates often come as links that point elsewhere.</remarks>
internal sealed class WatchedFile<T>
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Func<T> _read;
    private readonly IReadOnlyList<string> _paths;
    private readonly TimeSpan _period;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private volatile T _value;
    private string _stamp;
    private long _lastLook;

    public WatchedFile(IReadOnlyList<string> paths, Func<T> read, TimeSpan period, TimeProvider clock, ILogger logger)
    {
        (_paths, _read, _period, _clock, _logger) = (paths, read, period, clock, logger);
        _stamp = Stamp();
        _value = read();
        _lastLook = clock.GetTimestamp();
    }

    public T Current
    {
        get
        {
            if (IsDue() && _gate.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _gate.Exit();
                }
            }

            return _value;
        }
    }

    private bool IsDue() => _clock.GetElapsedTime(Volatile.Read(ref _lastLook)) >= _period;

    private void Look()
    {
        Volatile.Write(ref _lastLook, _clock.GetTimestamp());
        var stamp = "";
        try
        {
            stamp = Stamp();
            if (stamp != _stamp)
            {
                _value = _read();
                Log.FileReloaded(_logger, _paths[0]);
            }
        }
        catch (Exception e) when (AccessOptionsValidator.IsUnusable(e))
        {
            if (stamp != _stamp)
            {
                Log.FileUnusable(_logger, _paths[0], e.Message);
            }
        }

        _stamp = stamp;
    }

    private string Stamp() =>
        string.Join(' ', _paths.Select(p => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(p)))));
}
