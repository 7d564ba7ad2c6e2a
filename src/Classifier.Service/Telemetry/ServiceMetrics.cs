using System.Diagnostics.Metrics;
using Classifier.Service.Overload;

namespace Classifier.Service.Telemetry;

/// <summary>What the service counts. No tag takes a value that a caller chooses.</summary>
internal sealed class ServiceMetrics
{
    public const string MeterName = "Classifier.Service";

    private readonly Counter<long> _refusals;

    public ServiceMetrics(IMeterFactory meters, WorkLimit limit)
    {
        var meter = meters.Create(MeterName);
        _refusals = meter.CreateCounter<long>(
            "classifier.refusals", "{refusal}", "Calls and items refused, by reason.");
        meter.CreateObservableGauge(
            "classifier.queue.length", () => limit.Queued, "{call}", "Calls that wait for their turn.");
    }

    /// <param name="reason">The word that callers read in ErrorInfo.</param>
    public void Refused(string reason) => _refusals.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
