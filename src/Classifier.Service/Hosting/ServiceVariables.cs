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

    /// <summary>Adds them between <c>appsettings.json</c> and the command line, which stays the last word.</summary>
    public static void AddVariables(this IConfigurationBuilder configuration, IDictionary variables, string[] arguments)
    {
        configuration.AddInMemoryCollection(Settings(variables));
        configuration.AddCommandLine(arguments);
    }

    internal static IEnumerable<KeyValuePair<string, string?>> Settings(IDictionary variables) =>
        from DictionaryEntry variable in variables
        let name = (string)variable.Key
        where name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !IsServiceLink(name)
        select KeyValuePair.Create(Key(name[Prefix.Length..]), (string?)variable.Value);

    private static bool IsServiceLink(string name) => ServiceLinks.Any(l => name.StartsWith(l, StringComparison.Ordinal));

    /// <summary>Names of settings have no underscores and don't mind case.</summary>
    private static string Key(string name) =>
        $"{ServiceOptions.Section}:{name.Replace("__", ":", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}";
}
