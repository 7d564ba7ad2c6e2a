using Classifier.Service.Errors;
using Grpc.AspNetCore.Server;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Admin;

/// <summary>Errors of operators' calls are mapped as all others.</summary>
internal sealed class AdminSetup : IConfigureOptions<GrpcServiceOptions<ModelAdminService>>
{
    public void Configure(GrpcServiceOptions<ModelAdminService> grpc) => grpc.Interceptors.Add<ErrorInterceptor>();
}
