using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Classifier.Service.Tests;

/// <summary>Keeps all that a service logs, exceptions included.</summary>
internal class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IEnumerable<string> All => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) => _lines.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
    }
}
