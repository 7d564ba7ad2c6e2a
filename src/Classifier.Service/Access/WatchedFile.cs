using System.Security.Cryptography;

namespace Classifier.Service.Access;

/// <summary>
/// What files say, read when first asked for and again once their bytes have changed; looked at only when asked
/// for, and then at most once in a period. A change that can't be used is reported once and leaves the last good
/// value in place.
/// </summary>
/// <remarks>Bytes and not times decide, since renewed certificates often come as links that point elsewhere.</remarks>
internal sealed class WatchedFile<T>(
    IReadOnlyList<string> paths, Func<T> read, TimeSpan period, TimeProvider clock, ILogger logger)
    where T : class
{
    private readonly Lock _gate = new();
    private volatile T? _value;
    private string _stamp = "";
    private long _lastLook;

    /// <summary>
    /// The last good value. As long as there is none, what reading throws; files that are bad at first are read anew by
    /// the next that asks.
    /// </summary>
    public T Current
    {
        get
        {
            if (_value is null)
            {
                return First();
            }

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

    private T First()
    {
        lock (_gate)
        {
            if (_value is null)
            {
                _stamp = Stamp();
                _value = read();
                Volatile.Write(ref _lastLook, clock.GetTimestamp());
            }

            return _value;
        }
    }

    private bool IsDue() => clock.GetElapsedTime(Volatile.Read(ref _lastLook)) >= period;

    private void Look()
    {
        Volatile.Write(ref _lastLook, clock.GetTimestamp());
        var stamp = "";
        try
        {
            stamp = Stamp();
            if (stamp != _stamp)
            {
                _value = read();
                Log.FileReloaded(logger, paths[0]);
            }
        }
        catch (Exception e) when (AccessOptionsValidator.IsUnusable(e))
        {
            if (stamp != _stamp)
            {
                Log.FileUnusable(logger, paths[0], e.Message);
            }
        }

        _stamp = stamp;
    }

    private string Stamp() =>
        string.Join(' ', paths.Select(p => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(p)))));
}
