using System.Collections;

namespace Classifier.Service.Hosting;

/// <summary>
/// Settings from environment variables: <c>CLASSIFIER_GRPC_PORT</c> is <c>Classifier:GrpcPort</c>, and
/// <c>CLASSIFIER_ACCESS__API_KEY_FILE</c> is <c>Classifier:Access:ApiKeyFile</c>.
/// </summary>
internal static class ServiceVariables
{
    private const string Prefix = "CLASSIFIER_";

    /// <summary>
    /// Kubernetes puts the addresses of services named classifier, or classifier and more, under the same prefix:
    /// https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables.
    /// </summary>
    private const string LinkHost = "_SERVICE_HOST";

    /// <summary>Those to a service of the plain name come from others as well, without the host beside them.</summary>
    private static readonly string[] PlainLinks = ["CLASSIFIER_SERVICE_", "CLASSIFIER_PORT"];

    private static readonly string[] LinkSchemes = ["tcp://", "udp://", "sctp://"];

    /// <summary>What the clients in <c>examples</c> read, who may share a shell with the service.</summary>
    private static readonly string[] OfClients = ["CLASSIFIER_API_KEY", "CLASSIFIER_CA"];

    /// <summary>Adds them between <c>appsettings.json</c> and the command line, which stays the last word.</summary>
    public static void AddVariables(this IConfigurationBuilder configuration, IDictionary variables, string[] arguments)
    {
        configuration.AddInMemoryCollection(Settings(variables));
        configuration.AddCommandLine(arguments);
    }

    /// <exception cref="InvalidOperationException">Two variables are the same setting.</exception>
    internal static IEnumerable<KeyValuePair<string, string?>> Settings(IDictionary variables)
    {
        var own = variables.Cast<DictionaryEntry>()
            .Select(v => (Name: (string)v.Key, Value: (string?)v.Value))
            .Where(v => v.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !IsOthers(v.Name))
            .ToList();
        string[] linked =
        [
            .. own.Where(v => v.Name.EndsWith(LinkHost, StringComparison.Ordinal))
                .Select(v => v.Name[..^LinkHost.Length]),
        ];
        return own.Where(v => !Array.Exists(linked, service => IsLink(service, v.Name, v.Value)))
            .GroupBy(v => Key(v.Name[Prefix.Length..]), StringComparer.OrdinalIgnoreCase)
            .Select(same => KeyValuePair.Create(same.Key, Only([.. same])));
    }

    private static bool IsOthers(string name) =>
        OfClients.Contains(name) || PlainLinks.Any(l => name.StartsWith(l, StringComparison.Ordinal));

    /// <summary>A port of ours may have the name of a link; only its value tells them apart.</summary>
    private static bool IsLink(string service, string name, string? value) =>
        name.StartsWith($"{service}_SERVICE_", StringComparison.Ordinal)
        || name.StartsWith($"{service}_PORT_", StringComparison.Ordinal)
        || (name == $"{service}_PORT" && LinkSchemes.Any(s => value?.StartsWith(s, StringComparison.Ordinal) == true));

    private static string? Only((string Name, string? Value)[] same) => same is [var variable]
        ? variable.Value
        : throw new InvalidOperationException(
            $"{string.Join(" and ", same.Select(v => v.Name).Order(StringComparer.Ordinal))} are one setting; unset "
                + "all but one.");

    /// <summary>Names of settings have no underscores and don't mind case.</summary>
    private static string Key(string name) =>
        $"{ServiceOptions.Section}:{name.Replace("__", ":", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}";
}
