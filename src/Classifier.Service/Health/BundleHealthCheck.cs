using Classifier.Service.Hosting;
using Classifier.Service.Models;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Classifier.Service.Health;

/// <summary>
/// Healthy from when a bundle has loaded and its golden rows agree until the service begins to stop. A reload that
/// failed changes nothing but the data: the old bundle serves as well as before.
/// </summary>
internal sealed class BundleHealthCheck(ModelHolder models, Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (drain.Begun)
        {
            return HealthCheckResult.Unhealthy("draining");
        }

        return models.Served is { } served
            ? HealthCheckResult.Healthy("serving", Data(served))
            : HealthCheckResult.Unhealthy("loading");
    }

    private Dictionary<string, object> Data(ModelSet served)
    {
        var data = new Dictionary<string, object> { ["model_version"] = served.Champion.Bundle.Manifest.Version };
        foreach (var problem in models.Problems)
        {
            data[$"not_loaded.{problem.Alias}"] = problem.Reason;
        }

        return data;
    }
}
