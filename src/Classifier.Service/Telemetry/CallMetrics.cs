using System.Diagnostics.Metrics;
using Classifier.Service.Access;
using Classifier.Service.Models;

namespace Classifier.Service.Telemetry;

/// <summary>What calls and answers are counted by. Every tag comes from a closed set, none from a caller.</summary>
internal sealed class CallMetrics
{
    private readonly Histogram<double> _calls;
    private readonly UpDownCounter<long> _open;
    private readonly Counter<long> _passages;
    private readonly Counter<long> _labels;

    public CallMetrics(IMeterFactory meters, ModelHolder models, ServerCertificate certificate)
    {
        var meter = meters.Create(ServiceMetrics.MeterName);
        _calls = meter.CreateHistogram<double>(
            "classifier.call.duration", "s",
            "Calls by method, code and protocol; the time until the whole answer is out.");
        _open = meter.CreateUpDownCounter<long>(
            "classifier.calls.open", "{call}", "Calls that have begun and not ended, idle streams among them.");
        _passages = meter.CreateCounter<long>(
            "classifier.passages", "{passage}", "Passages and texts answered, by work, language and outcome.");
        _labels = meter.CreateCounter<long>("classifier.labels", "{label}", "Labels given, by kind.");
        meter.CreateObservableGauge(
            "classifier.model.info", () => Served(models), null, "1 for the version that is served.");
        meter.CreateObservableGauge(
            "classifier.models.not_loaded", () => (long)models.Problems.Count, "{model}",
            "Models whose bundles could not be loaded; the ones before are served instead, where there are any.");
        meter.CreateObservableGauge(
            "classifier.certificate.end", () => Ends(certificate), "s",
            "When the server's certificate ends, in Unix time.");
    }

    /// <summary>A call is open until <see cref="Answered"/> tells of its end.</summary>
    public void Began() => _open.Add(1);

    /// <param name="method">Name of the RPC.</param>
    /// <param name="code">Name of its status, as in <c>Grpc.Core.StatusCode</c>.</param>
    /// <param name="protocol"><c>grpc</c> or <c>rest</c>.</param>
    /// <param name="time">How long it took.</param>
    public void Answered(string method, string code, string protocol, TimeSpan time)
    {
        _open.Add(-1);
        _calls.Record(time.TotalSeconds, Tag("method", method), Tag("code", code), Tag("protocol", protocol));
    }

    /// <param name="work"><c>tag</c> or <c>detect</c>.</param>
    /// <param name="language">Tag of the language; <c>none</c> where the item was refused.</param>
    /// <param name="outcome"><c>answered</c>, <c>untagged</c> or <c>refused</c>.</param>
    public void Passage(string work, string language, string outcome) =>
        _passages.Add(1, Tag("work", work), Tag("language", language), Tag("outcome", outcome));

    /// <param name="kind"><c>actor</c>, <c>event</c> or <c>stance</c>.</param>
    /// <param name="label">Its id in the taxonomy.</param>
    public void Label(string kind, string label) => _labels.Add(1, Tag("kind", kind), Tag("label", label));

    private static IEnumerable<Measurement<int>> Served(ModelHolder models) =>
        models.IsReady ? [new(1, Tag("version", models.Current.Bundle.Manifest.Version))] : [];

    private static IEnumerable<Measurement<double>> Ends(ServerCertificate certificate) =>
        certificate.Ends is { } end ? [new(end.ToUnixTimeSeconds())] : [];

    private static KeyValuePair<string, object?> Tag(string key, object value) => new(key, value);
}
