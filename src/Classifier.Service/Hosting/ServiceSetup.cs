using Classifier.Service.Access;
using Classifier.Service.Health;
using Classifier.Service.Models;
using Classifier.Service.Tagging;
using Classifier.Service.Telemetry;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>What the service is made of.</summary>
internal static class ServiceSetup
{
    public static void AddClassifier(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ServiceOptions>()
            .Bind(builder.Configuration.GetSection(ServiceOptions.Section), o => o.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServiceOptions>, ServiceOptionsValidator>();
        services.ConfigureOptions<KestrelSetup>();
        services.AddGrpc().AddJsonTranscoding();
        services.ConfigureOptions<GrpcSetup>();
        services.AddGrpcReflection();
        services.AddSingleton<ModelHolder>();
        services.AddHostedService<BundleLoader>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<ItemTagger>();
        services.AddBundleHealth();
        services.AddUnderSystemd();
        services.AddAccess();
        services.AddTelemetry(TelemetryOptions.Read(builder.Configuration));
    }

    public static void MapClassifier(this WebApplication app)
    {
        var access = app.Services.GetRequiredService<IOptions<ServiceOptions>>().Value.Access;
        app.UseCallMeter();
        app.UseBodyLimit();
        app.UseAccess();
        app.MapGrpcService<PassageTaggerService>().RequireAuthorization(AccessPolicies.Tag);
        app.MapGrpcReflectionService().OpenIf(access.ReflectionOpen);
        app.MapBundleHealth(access.HealthOpen);
        app.MapMetrics(access.MetricsOpen);
    }
}
