using System.Runtime.ExceptionServices;

namespace Classifier.Training.Scoring;

/// <summary>
/// Lines that a thread of their own reads ahead, up to a number of lines or bytes. Who takes from it gets what is
/// there: a slow pipe is answered as its lines come, and not when a batch of them is full.
/// </summary>
internal sealed class LineQueue : IDisposable
{
    private readonly LineReader _reader;
    private readonly int _mostLines;
    private readonly long _mostBytes;
    private readonly object _gate = new();
    private readonly Queue<InputLine> _lines = [];
    private long _bytes;
    private bool _hasEnded;
    private bool _isDisposed;
    private ExceptionDispatchInfo? _error;

    public LineQueue(LineReader reader, int mostLines, long mostBytes)
    {
        (_reader, _mostLines, _mostBytes) = (reader, mostLines, mostBytes);
        new Thread(ReadAhead) { IsBackground = true, Name = "lines" }.Start();
    }

    /// <summary>Whether the next <see cref="Take"/> would wait.</summary>
    public bool IsDry
    {
        get
        {
            lock (_gate)
            {
                return _lines.Count == 0 && !_hasEnded;
            }
        }
    }

    /// <summary>Waits for a line and takes all that are there.</summary>
    /// <param name="batch">Emptied first.</param>
    /// <returns>False at the end.</returns>
    public bool Take(List<InputLine> batch)
    {
        batch.Clear();
        lock (_gate)
        {
            while (_lines.Count == 0 && !_hasEnded)
            {
                Monitor.Wait(_gate);
            }

            batch.AddRange(_lines);
            _lines.Clear();
            _bytes = 0;
            Monitor.PulseAll(_gate);
        }

        if (batch.Count == 0)
        {
            _error?.Throw();
        }

        return batch.Count > 0;
    }

    /// <summary>
    /// Lets the thread go where it waits for room; where it waits for input, it ends with the program.
    /// </summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void ReadAhead()
    {
        try
        {
            while (_reader.Read() is { } line && Add(line))
            {
            }
        }
        catch (Exception e)
        {
            _error = ExceptionDispatchInfo.Capture(e);
        }

        lock (_gate)
        {
            _hasEnded = true;
            Monitor.PulseAll(_gate);
        }
    }

    private bool Add(InputLine line)
    {
        lock (_gate)
        {
            while (!_isDisposed && (_lines.Count >= _mostLines || _bytes >= _mostBytes))
            {
                Monitor.Wait(_gate);
            }

            _lines.Enqueue(line);
            _bytes += line.Bytes.Length;
            Monitor.PulseAll(_gate);
            return !_isDisposed;
        }
    }
}
