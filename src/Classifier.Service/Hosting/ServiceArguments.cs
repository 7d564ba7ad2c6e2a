using Classifier.Service.Access;

namespace Classifier.Service.Hosting;

/// <summary>The command line as settings: <c>--Classifier:NAME=VALUE</c> and a switch or two.</summary>
internal static class ServiceArguments
{
    public const string Insecure = "--insecure";

    /// <summary>What settings may begin with; others would be taken in and never looked at.</summary>
    private static readonly string[] Sections = [$"{ServiceOptions.Section}:", "Logging:", "environment"];

    private static readonly string[] HelpSwitches = ["--help", "-h", "-?"];

    public static bool AsksForHelp(IReadOnlyList<string> arguments) => arguments.Any(HelpSwitches.Contains);

    /// <summary>Switches without a value, which the configuration would drop, as settings with one.</summary>
    public static string[] Expand(IEnumerable<string> arguments) => [.. arguments.Select(a => a == Insecure
        ? $"--{ServiceOptions.Section}:{nameof(ServiceOptions.Access)}:{nameof(AccessOptions.Insecure)}=true"
        : a)];

    /// <summary>What is wrong with expanded arguments; null if nothing is.</summary>
    public static string? Complaint(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsSetting(arguments[i]))
            {
                return $"Unknown argument '{arguments[i]}'; settings are written "
                    + $"--{ServiceOptions.Section}:NAME=VALUE. See --help.";
            }

            if (!arguments[i].Contains('=') && ++i == arguments.Count)
            {
                return $"The setting '{arguments[^1]}' has no value.";
            }
        }

        return null;
    }

    private static bool IsSetting(string argument) => argument.StartsWith("--", StringComparison.Ordinal)
        && Sections.Any(s => argument.AsSpan(2).StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
