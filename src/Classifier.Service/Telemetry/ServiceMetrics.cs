using System.Diagnostics.Metrics;
using Classifier.Service.Overload;

namespace Classifier.Service.Telemetry;

/// <summary>What the service counts. No tag takes a value that a caller chooses.</summary>
internal sealed class ServiceMetrics
{
    public const string MeterName = "Classifier.Service";

    private readonly Counter<long> _refusals;
    private readonly Counter<long> _reloads;
    private readonly Counter<long> _shadowed;
    private readonly Counter<long> _dropped;

    public ServiceMetrics(IMeterFactory meters, WorkLimit limit)
    {
        var meter = meters.Create(MeterName);
        _refusals = meter.CreateCounter<long>(
            "classifier.refusals", "{refusal}", "Calls and items refused, by reason and by which of both.");
        _reloads = meter.CreateCounter<long>(
            "classifier.reloads", "{reload}", "Loadings of models by outcome: swapped, partly, kept.");
        _shadowed = meter.CreateCounter<long>(
            "classifier.shadow.comparisons", "{comparison}", "Champion against challenger, by part of the answer.");
        _dropped = meter.CreateCounter<long>(
            "classifier.shadow.dropped", "{passage}", "Passages drawn for challengers and not scored.");
        meter.CreateObservableGauge(
            "classifier.queue.length", () => limit.Queued, "{call}", "Calls that wait for their turn.");
        meter.CreateObservableGauge(
            "classifier.queue.working", () => limit.Working, "{call}",
            "Calls and messages of streams that have their turn.");
    }

    /// <summary>A whole call was refused.</summary>
    /// <param name="reason">The word that callers read in ErrorInfo.</param>
    public void Refused(string reason) => Refused(reason, "call");

    /// <summary>An item of a batch or stream was refused, and the others not.</summary>
    /// <param name="reason">The word that callers read in the item's error.</param>
    public void ItemRefused(string reason) => Refused(reason, "item");

    /// <param name="outcome">
    /// <c>swapped</c>: all new; <c>partly</c>: a challenger stayed as it was; <c>kept</c>: the champion did.
    /// </param>
    public void Reloaded(string outcome) => _reloads.Add(1, Tag("outcome", outcome));

    /// <param name="alias">The challenger.</param>
    /// <param name="part">What was compared: language, actors, events or stance.</param>
    /// <param name="agrees">Whether both gave the same.</param>
    public void Shadowed(string alias, string part, bool agrees) =>
        _shadowed.Add(1, Tag("challenger", alias), Tag("part", part), Tag("agrees", agrees));

    public void ShadowDropped() => _dropped.Add(1);

    private void Refused(string reason, string of) => _refusals.Add(1, Tag("reason", reason), Tag("of", of));

    private static KeyValuePair<string, object?> Tag(string key, object value) => new(key, value);
}
