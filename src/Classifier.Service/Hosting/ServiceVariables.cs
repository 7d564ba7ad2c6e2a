using System.Collections;

namespace Classifier.Service.Hosting;

/// <summary>
/// Settings from environment variables: <c>CLASSIFIER_GRPC_PORT</c> is <c>Classifier:GrpcPort</c>, and
/// <c>CLASSIFIER_ACCESS__API_KEY_FILE</c> is <c>Classifier:Access:ApiKeyFile</c>.
/// </summary>
internal static class ServiceVariables
{
    private const string Prefix = "CLASSIFIER_";

    /// <summary>Kubernetes puts the address of a service named classifier under the same prefix.</summary>
    private static readonly string[] ServiceLinks = ["CLASSIFIER_SERVICE_", "CLASSIFIER_PORT"];

    /// <summary>What the clients in <c>examples</c> read, who may share a shell with the service.</summary>
    private static readonly string[] OfClients = ["CLASSIFIER_API_KEY", "CLASSIFIER_CA"];

    /// <summary>Adds them between <c>appsettings.json</c> and the command line, which stays the last word.</summary>
    public static void AddVariables(this IConfigurationBuilder configuration, IDictionary variables, string[] arguments)
    {
        configuration.AddInMemoryCollection(Settings(variables));
        configuration.AddCommandLine(arguments);
    }

    /// <exception cref="InvalidOperationException">Two variables are the same setting.</exception>
    internal static IEnumerable<KeyValuePair<string, string?>> Settings(IDictionary variables) =>
        variables.Cast<DictionaryEntry>()
            .Select(v => (Name: (string)v.Key, Value: (string?)v.Value))
            .Where(v => v.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !IsOthers(v.Name))
            .GroupBy(v => Key(v.Name[Prefix.Length..]), StringComparer.OrdinalIgnoreCase)
            .Select(same => KeyValuePair.Create(same.Key, Only([.. same])));

    private static bool IsOthers(string name) =>
        OfClients.Contains(name) || ServiceLinks.Any(l => name.StartsWith(l, StringComparison.Ordinal));

    private static string? Only((string Name, string? Value)[] same) => same is [var variable]
        ? variable.Value
        : throw new InvalidOperationException(
            $"{string.Join(" and ", same.Select(v => v.Name).Order(StringComparer.Ordinal))} are one setting; unset "
                + "all but one.");

    /// <summary>Names of settings have no underscores and don't mind case.</summary>
    private static string Key(string name) =>
        $"{ServiceOptions.Section}:{name.Replace("__", ":", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}";
}
