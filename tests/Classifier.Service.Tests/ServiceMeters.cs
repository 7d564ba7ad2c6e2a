using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Classifier.Service.Overload;
using Classifier.Service.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests;

/// <summary>Listens to the meter of one service, or to one of its own.</summary>
internal sealed class ServiceMeters : IDisposable
{
    private readonly ConcurrentQueue<(string Name, long Value, string Tags)> _seen = [];
    private readonly MeterListener _listener = new();
    private readonly ServiceProvider? _own;

    public ServiceMeters()
        : this(null)
    {
    }

    /// <param name="services">A running service's; null for a meter of its own.</param>
    public ServiceMeters(IServiceProvider? services)
    {
        services ??= _own = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ServiceMetrics.MeterName && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _seen.Enqueue(
            (instrument.Name, value, string.Join(' ', tags.ToArray().Select(t => t.Value)))));
        _listener.Start();
        Metrics = services.GetService<ServiceMetrics>()
            ?? new(factory, new WorkLimit(Options.Create(new Service.Hosting.ServiceOptions())));
    }

    public ServiceMetrics Metrics { get; }

    /// <summary>
    /// All that was added to a counter under these values of its first tags, in the order of the tags.
    /// </summary>
    public long Sum(string name, string tags) =>
        _seen.Where(s => s.Name == name && $"{s.Tags} ".StartsWith($"{tags} ".TrimStart(), StringComparison.Ordinal))
            .Sum(s => s.Value);

    /// <summary>What a gauge shows now.</summary>
    public long Read(string name)
    {
        _listener.RecordObservableInstruments();
        return _seen.Last(s => s.Name == name).Value;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _own?.Dispose();
    }
}
