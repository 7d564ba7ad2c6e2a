using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>
/// Refuses addresses that are set beside the service's own settings, where nobody would ask for TLS. Addresses for
/// hosts in general (<c>ASPNETCORE_URLS</c>, <c>ASPNETCORE_HTTP_PORTS</c>, which container images bring along) are
/// left to Kestrel, which warns of them and listens on none.
/// </summary>
internal sealed class EndpointsValidator(IConfiguration configuration) : IValidateOptions<ServiceOptions>
{
    private const string Endpoints = "Kestrel:Endpoints";

    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var failures = configuration.GetSection(Endpoints).GetChildren().Select(Failure).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string Failure(IConfigurationSection endpoint) =>
        $"{endpoint.Path} is \"{endpoint["Url"]}\"; allowed is no endpoint here: set {ServiceOptions.Section}:"
            + $"{nameof(ServiceOptions.Address)}, {nameof(ServiceOptions.GrpcPort)} and "
            + $"{nameof(ServiceOptions.RestPort)} instead";
}
