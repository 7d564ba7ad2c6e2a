using Classifier.Core;
using Classifier.Service.Access;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Classifier.Service.Telemetry;

/// <summary>Metrics for Prometheus, and metrics and traces over OTLP where a collector is configured.</summary>
internal static class TelemetrySetup
{
    private const string ServiceName = "classifier";
    private const string MetricsPath = "/metrics";

    /// <summary>A passage takes some 100 µs and a large document a second.</summary>
    private static readonly double[] Buckets =
        [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <param name="services">All that the service is made of.</param>
    /// <param name="telemetry">
    /// As configured and not yet validated: what is exported is settled before options are. Where the settings can't
    /// work nothing is exported, and validation tells why the service won't start.
    /// </param>
    public static void AddTelemetry(this IServiceCollection services, TelemetryOptions telemetry)
    {
        services.AddSingleton<IValidateOptions<ServiceOptions>, TelemetryOptionsValidator>();
        services.AddSingleton<CallMetrics>();
        services.AddSingleton<AnswerCounter>();
        var open = services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(ServiceName))
            .WithMetrics(Measure);
        if (Uri.TryCreate(telemetry.OtlpEndpoint, UriKind.Absolute, out var collector))
        {
            services.Configure<AspNetCoreTraceInstrumentationOptions>(o => o.Filter = TracedPaths.Contains);
            open.WithMetrics(m => m.AddOtlpExporter(o => Send(o, telemetry, collector, "v1/metrics")))
                .WithTracing(t => Trace(t, telemetry).AddOtlpExporter(o => Send(o, telemetry, collector, "v1/traces")));
        }
    }

    public static void UseCallMeter(this WebApplication app) => app.UseMiddleware<CallMeter>();

    public static void MapMetrics(this WebApplication app, bool open) =>
        app.MapPrometheusScrapingEndpoint(MetricsPath).OpenIf(open);

    private static void Measure(MeterProviderBuilder metrics) => metrics
        .AddMeter(ServiceMetrics.MeterName, "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
        .AddView("classifier.call.duration", new ExplicitBucketHistogramConfiguration { Boundaries = Buckets })
        .AddPrometheusExporter();

    private static TracerProviderBuilder Trace(TracerProviderBuilder traces, TelemetryOptions telemetry) => traces
        .AddAspNetCoreInstrumentation()
        .AddSource(Spans.SourceName, Stages.SourceName)
        .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(Math.Clamp(telemetry.TraceShare, 0, 1))));

    /// <summary>Over HTTP each signal has its own path, which an endpoint set in code lacks.</summary>
    private static void Send(OtlpExporterOptions otlp, TelemetryOptions telemetry, Uri collector, string path)
    {
        var http = telemetry.OtlpProtocol == "http";
        otlp.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        otlp.Endpoint = http ? new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/{path}") : collector;
    }
}
