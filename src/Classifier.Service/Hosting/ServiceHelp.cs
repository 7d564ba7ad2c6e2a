using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Classifier.Service.Hosting;

/// <summary>What <c>--help</c> prints: every setting with its default.</summary>
internal static class ServiceHelp
{
    private const string Head =
        """
        Tags passages about the Syrian conflict by language, actor, event type and stance, over gRPC and REST.

        Usage: Classifier.Service [--insecure] [--Classifier:NAME=VALUE ...]

          --insecure   serve addresses other than loopback without TLS

        Example: Classifier.Service --Classifier:GrpcPort=6000 --Classifier:Access:ApiKeyFile=keys.tsv

        Settings with their defaults. Each may also stand in appsettings.json or in an environment variable
        (Classifier:Access:ApiKeyFile as CLASSIFIER_ACCESS__API_KEY_FILE); the command line goes before both.
        """;

    public static string Text() =>
        Head + "\n\n" + string.Join('\n', Settings(ServiceOptions.Section, new ServiceOptions())) + "\n";

    private static IEnumerable<string> Settings(string path, object options) => options.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite)
        .SelectMany(p => Setting($"{path}:{p.Name}", p.GetValue(options)));

    private static IEnumerable<string> Setting(string path, object? value) => value switch
    {
        string or bool or int or double => [$"  {path}={Convert.ToString(value, CultureInfo.InvariantCulture)}"],
        null or IEnumerable => [$"  {path}="],
        _ => Settings(path, value),
    };
}
