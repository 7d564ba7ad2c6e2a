using Classifier.Service.Health;
using Classifier.Service.Models;
using Classifier.Service.Overload;
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
        services.AddSingleton<PassageStream>();
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton<WorkLimit>();
        services.AddRateLimiter(_ => { });
        services.ConfigureOptions<OverloadSetup>();
        services.AddBundleHealth();
    }

    public static void MapClassifier(this WebApplication app)
    {
        app.UseBodyLimit();
        app.UseRateLimiter();
        app.MapGrpcService<PassageTaggerService>().RequireRateLimiting(OverloadSetup.Policy);
        app.MapGrpcReflectionService();
        app.MapBundleHealth();
    }
}
