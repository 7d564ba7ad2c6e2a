using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Classifier.Fuzzing;

/// <summary>Looks through all that is logged for text, and for failures that nobody foresaw.</summary>
internal sealed class LogTrap : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _caught = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        var line = $"{formatter(state, exception)} {exception}";
        if (logLevel >= LogLevel.Error || line.Contains(FuzzSeeds.Canary, StringComparison.Ordinal))
        {
            _caught.Enqueue($"{logLevel}: {line}");
        }
    }

    /// <exception cref="FindingException">Something was caught.</exception>
    public void Check()
    {
        if (_caught.TryDequeue(out var line))
        {
            throw new FindingException($"The log says: {line}");
        }
    }

    public void Dispose()
    {
    }
}
