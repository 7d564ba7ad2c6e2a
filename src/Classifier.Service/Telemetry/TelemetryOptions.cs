using Classifier.Service.Hosting;

namespace Classifier.Service.Telemetry;

/// <summary>
/// Where measures and traces go, from <c>Classifier:Telemetry</c>. Prometheus can always scrape the REST port.
/// </summary>
internal sealed record TelemetryOptions
{
    /// <summary>OTLP collector for metrics and traces, such as <c>http://127.0.0.1:4317</c>. Empty: none.</summary>
    public string OtlpEndpoint { get; init; } = "";

    /// <summary><c>grpc</c> or <c>http</c>.</summary>
    public string OtlpProtocol { get; init; } = "grpc";

    /// <summary>Share of calls whose traces are sent, 0 to 1. A caller's own decision goes before it.</summary>
    public double TraceShare { get; init; } = 1;

    /// <summary>As configured and not validated: exporters are settled before options are.</summary>
    public static TelemetryOptions Read(IConfiguration configuration)
    {
        try
        {
            var section = configuration.GetSection($"{ServiceOptions.Section}:{nameof(ServiceOptions.Telemetry)}");
            return section.Get<TelemetryOptions>() ?? new();
        }
        catch (InvalidOperationException)
        {
            // A value of the wrong type: the service won't start, and says so when it reads all its options.
            return new();
        }
    }
}
