using Classifier.Service.Models;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Classifier.Service.Health;

/// <summary>Healthy once a bundle has loaded and its golden rows agree.</summary>
internal sealed class BundleHealthCheck(ModelHolder models) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(models.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("loading"));
}
