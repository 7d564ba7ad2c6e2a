using Classifier.Service.Models;
using Classifier.Service.Tagging;
using Classifier.V1;
using Grpc.Core;

namespace Classifier.Service.Admin;

/// <summary>What operators do to a running service.</summary>
[BindServiceMethod(typeof(GuardedAdminBinding), nameof(GuardedAdminBinding.BindService))]
internal sealed class ModelAdminService(ModelHolder models, ModelReloader reloader) : ModelAdmin.ModelAdminBase
{
    public override async Task<ReloadResponse> Reload(ReloadRequest request, ServerCallContext context)
    {
        var problems = await reloader.ReloadAsync(context.CancellationToken);
        return new()
        {
            ModelVersion = models.Current.Bundle.Manifest.Version,
            Challengers = { ModelMapper.Challengers(models.Served) },
            Problems = { problems.Select(p => new ReloadProblem { Alias = p.Alias, Message = p.Message }) },
        };
    }
}
