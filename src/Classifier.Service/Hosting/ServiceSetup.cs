using Classifier.Service.Access;
using Classifier.Service.Admin;
using Classifier.Service.Errors;
using Classifier.Service.Health;
using Classifier.Service.Models;
using Classifier.Service.Overload;
using Classifier.Service.Rest;
using Classifier.Service.Shadow;
using Classifier.Service.Tagging;
using Classifier.Service.Telemetry;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>What the service is made of.</summary>
internal static class ServiceSetup
{
    public static void AddClassifier(this WebApplicationBuilder builder)
    {
        LogSettings.Check(builder.Configuration);
        var services = builder.Services;
        services.ConfigureOptions<SettingTypes>();
        services.AddOptions<ServiceOptions>()
            .Bind(builder.Configuration.GetSection(ServiceOptions.Section), o => o.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServiceOptions>, ServiceOptionsValidator>();
        services.AddListening(builder.WebHost);
        services.AddGrpc().AddJsonTranscoding();
        services.ConfigureOptions<GrpcSetup>();
        services.ConfigureOptions<CompressionSetup>();
        services.ConfigureOptions<AdminSetup>();
        services.AddGrpcReflection();
        services.AddModels();
        services.AddShadow();
        services.AddDrain();
        services.AddCalls();
        services.AddSingleton<BodyReader>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<ItemTagger>();
        services.AddSingleton<PassageStream>();
        services.AddSingleton<ServiceMetrics>();
        services.AddWorkLimit();
        services.AddBundleHealth();
        services.AddUnderSystemd(builder.Configuration);
        services.AddAccess();
        services.AddTelemetry(TelemetryOptions.Read(builder.Configuration));
    }

    /// <summary>Begins to load the champion, while the service is put together on another core.</summary>
    public static void OpenEarly(this WebApplicationBuilder builder)
    {
        var set = builder.Configuration.GetSection(ServiceOptions.Section);
        var named = new ServiceOptions
        {
            BundlesFolder = set[nameof(ServiceOptions.BundlesFolder)] ?? "",
            Bundle = set[nameof(ServiceOptions.Bundle)] ?? "",
        };
        var champion = BundleLocator.Champion(named, builder.Environment.ContentRootPath);
        builder.Services.AddSingleton<BundleOpener>(new EarlyOpening(champion, VerifiedBundle.Open).Open);
    }

    public static void MapClassifier(this WebApplication app)
    {
        var access = app.Services.GetRequiredService<IOptions<ServiceOptions>>().Value.Access;
        app.UseMiddleware<CallPaths>();
        app.UseRouting();
        app.UseCallMeter();
        app.UseMiddleware<OuterDoor>();
        app.UseBodyLimit();
        app.UseMiddleware<Oversize>();
        app.UseAccess();
        app.UseMiddleware<Unrouted>();
        app.UseMiddleware<KnownCharset>();
        app.UseMiddleware<WorkDoor>();
        app.UseMiddleware<BodyDoor>();
        app.UseMiddleware<QueryDoor>();
        app.MapCalls<PassageTaggerService>().ForTagging(access);
        app.MapCalls<ModelAdminService>().RequireAuthorization(AccessPolicies.Admin);
        app.MapGrpcReflectionService().OpenIf(access.ReflectionOpen);
        app.MapBundleHealth(access.HealthOpen);
        app.MapMetrics(access.MetricsOpen);
    }

    private static GrpcServiceEndpointConventionBuilder MapCalls<T>(this WebApplication app)
        where T : class
    {
        var calls = app.MapGrpcService<T>();
        calls.Add(CallKind.AddTo);
        return calls;
    }

    /// <summary>On the addresses of <see cref="ServiceOptions"/> and no others, whatever the host is told.</summary>
    private static void AddListening(this IServiceCollection services, IWebHostBuilder host)
    {
        host.PreferHostingUrls(false);
        services.AddSingleton<IValidateOptions<ServiceOptions>, EndpointsValidator>();
        services.ConfigureOptions<KestrelSetup>();
    }

    private static void AddModels(this IServiceCollection services)
    {
        services.AddSingleton<ModelHolder>();
        services.TryAddSingleton<BundleOpener>(VerifiedBundle.Open);
        services.AddSingleton<ModelReloader>();
        services.AddHostedService<BundleLoader>();
        services.AddHostedService<BundleWatcher>();
        services.AddHostedService<ReloadSignal>();
    }

    /// <summary>gRPC would make what is not registered anew for each call.</summary>
    private static void AddCalls(this IServiceCollection services)
    {
        services.AddSingleton<PassageTaggerService>();
        services.AddSingleton<CallInterceptor>();
        services.AddSingleton<ErrorInterceptor>();
    }

    private static void AddWorkLimit(this IServiceCollection services)
    {
        services.AddSingleton<WorkLimit>();
        services.AddSingleton<Backlog.IPool, Backlog.SharedPool>();
        services.AddSingleton<Backlog>();
        services.AddSingleton<Room>();
        services.AddSingleton<CallRefusal>();
        services.AddSingleton<Turns>();
    }

    private static void AddShadow(this IServiceCollection services)
    {
        services.AddSingleton<ShadowScorer>();
        services.AddHostedService(provider => provider.GetRequiredService<ShadowScorer>());
    }

    private static void AddDrain(this IServiceCollection services)
    {
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.ConfigureOptions<DrainSetup>();
    }
}
