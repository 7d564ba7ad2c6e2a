using Classifier.Service.Access;

namespace Classifier.Service.Hosting;

/// <summary>The command line as settings.</summary>
internal static class ServiceArguments
{
    private const string Insecure = "--insecure";

    /// <summary>Switches without a value, which the configuration would drop, as settings with one.</summary>
    public static string[] Expand(IEnumerable<string> arguments) =>
        [.. arguments.Select(a => a == Insecure ? $"--{ServiceOptions.Section}:{nameof(ServiceOptions.Access)}:{nameof(AccessOptions.Insecure)}=true" : a)];
}
