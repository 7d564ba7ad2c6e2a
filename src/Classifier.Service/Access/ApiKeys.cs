using Classifier.Core.Access;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>The keys of the configured file, as it stands now.</summary>
internal sealed class ApiKeys(IOptions<ServiceOptions> options, TimeProvider clock, ILogger<ApiKeys> logger)
{
    private readonly WatchedFile<ApiKeyFile>? _file = options.Value.Access is { HasApiKeys: true } access
        ? new(
            [access.ApiKeyFile],
            () => ApiKeyFile.Read(access.ApiKeyFile),
            TimeSpan.FromSeconds(access.ReloadSeconds),
            clock,
            logger)
        : null;

    /// <summary>Null for what is none of the keys.</summary>
    public ApiKeyRecord? Find(string text) => _file?.Current.Find(text);
}
