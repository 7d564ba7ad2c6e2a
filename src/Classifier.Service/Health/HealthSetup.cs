using Classifier.Service.Access;
using Classifier.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Classifier.Service.Health;

/// <summary>The standard gRPC health service, and its answer for plain HTTP.</summary>
internal static class HealthSetup
{
    private const string HttpPath = "/healthz";

    /// <summary>How soon those who watch a service's health hear of a change.</summary>
    private static readonly TimeSpan WatchPeriod = TimeSpan.FromSeconds(1);

    public static void AddBundleHealth(this IServiceCollection services)
    {
        services.AddGrpcHealthChecks(o => o.Services.Map(PassageTagger.Descriptor.FullName, _ => true))
            .AddCheck<BundleHealthCheck>("bundle");
        services.Configure<HealthCheckPublisherOptions>(o => (o.Delay, o.Period) = (TimeSpan.Zero, WatchPeriod));
    }

    public static void MapBundleHealth(this WebApplication app, bool open)
    {
        app.MapGrpcHealthChecksService().OpenIf(open);
        app.MapHealthChecks(HttpPath, new() { ResponseWriter = HealthWriter.WriteAsync }).OpenIf(open);
    }
}
