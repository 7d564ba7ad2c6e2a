using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>
/// Refuses settings of the log that can't work. The logging library takes a format that it does not know for another,
/// and says of other values only that they can't be converted.
/// </summary>
internal static class LogSettings
{
    public const string Console = "Logging:Console";

    private static readonly string[] Formats =
        [ConsoleFormatterNames.Json, ConsoleFormatterNames.Simple, ConsoleFormatterNames.Systemd];

    /// <exception cref="OptionsValidationException">
    /// Each setting with its name, its value and what is allowed.
    /// </exception>
    public static void Check(IConfiguration configuration)
    {
        var failures = Failures(configuration).ToList();
        if (failures.Count > 0)
        {
            throw new OptionsValidationException(Console, typeof(ConsoleLoggerOptions), failures);
        }
    }

    private static IEnumerable<string> Failures(IConfiguration configuration)
    {
        var console = configuration.GetSection(Console);
        return
        [
            .. Rule(console.GetSection(nameof(ConsoleLoggerOptions.FormatterName)), IsFormat, Formats),
            .. Name<ConsoleLoggerQueueFullMode>(console.GetSection(nameof(ConsoleLoggerOptions.QueueFullMode))),
            .. Rule(console.GetSection(nameof(ConsoleLoggerOptions.MaxQueueLength)), IsLength, $"1 to {int.MaxValue}"),
            .. configuration.GetSection("Logging:LogLevel").GetChildren().SelectMany(Name<LogLevel>),
            .. console.GetSection("LogLevel").GetChildren().SelectMany(Name<LogLevel>),
        ];
    }

    private static bool IsFormat(string name) => Formats.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsLength(string lines) => int.TryParse(lines, out var count) && count > 0;

    private static IEnumerable<string> Name<T>(IConfigurationSection setting)
        where T : struct, Enum =>
        Rule(setting, v => Enum.TryParse<T>(v, true, out _), Enum.GetNames<T>());

    /// <summary>What is not set, or set to nothing, stays at its default.</summary>
    private static IEnumerable<string> Rule(
        IConfigurationSection setting, Func<string, bool> valid, params string[] allowed) =>
        setting.Value is not { Length: > 0 } value || valid(value)
            ? []
            : [$"{setting.Path} is \"{value}\"; allowed is {string.Join(", ", allowed)}"];
}
