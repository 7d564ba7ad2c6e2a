using Classifier.Core.Access;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Access;

/// <summary>The keys of the configured file, as it stands now.</summary>
/// <remarks>A file that was bad when it was first asked for is read anew by the next call, as publishing only has it.</remarks>
internal sealed class ApiKeys(IOptions<ServiceOptions> options, TimeProvider clock, ILogger<ApiKeys> logger)
{
    private readonly Lazy<WatchedFile<ApiKeyFile>?> _file = new(() => options.Value.Access is { HasApiKeys: true } access
        ? new(
            [access.ApiKeyFile],
            () => ApiKeyFile.Read(access.ApiKeyFile),
            TimeSpan.FromSeconds(access.ReloadSeconds),
            clock,
            logger)
        : null,
        LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Null for what is none of the keys.</summary>
    public ApiKeyRecord? Find(string text) => _file.Value?.Current.Find(text);
}
