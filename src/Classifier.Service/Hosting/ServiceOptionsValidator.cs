using System.Globalization;
using System.Net;
using Classifier.Core.Models;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>Refuses settings that can't work, each with its name, its value and what is allowed.</summary>
internal sealed class ServiceOptionsValidator : IValidateOptions<ServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(ServiceOptions options) =>
    [
        .. Text(nameof(options.Address), options.Address, IPAddress.TryParse(options.Address, out _),
            "an IP address, such as 127.0.0.1 or ::1"),
        .. Text(nameof(options.Bundle), options.Bundle, IsFolderName(options.Bundle),
            "the name of a folder under BundlesFolder, or empty for the champion"),
        .. Range(nameof(options.GrpcPort), options.GrpcPort, 0, IPEndPoint.MaxPort),
        .. Range(nameof(options.RestPort), options.RestPort, 0, IPEndPoint.MaxPort),
        .. Text(nameof(options.RestPort), $"{options.RestPort}", !SharePort(options),
            "another port than GrpcPort, since HTTP/1.1 and HTTP/2 without TLS can't share one"),
        .. Range(nameof(options.MaxDocumentLength), options.MaxDocumentLength, 1, 10_000_000),
        .. Range(nameof(options.MaxPassageLength), options.MaxPassageLength, 1, 1_000_000),
        .. Range(nameof(options.MaxBatchSize), options.MaxBatchSize, 1, 100_000),
        .. Range(nameof(options.MaxMessageBytes), options.MaxMessageBytes, 1024, 256 * 1024 * 1024),
        .. Range(nameof(options.MaxConcurrentCalls), options.MaxConcurrentCalls, 1, 1_000),
        .. Range(nameof(options.MaxQueuedCalls), options.MaxQueuedCalls, 0, 100_000),
        .. Range(nameof(options.MaxConnections), options.MaxConnections, 1, 1_000_000),
        .. Range(nameof(options.IdleSeconds), options.IdleSeconds, 1, 86_400),
        .. Range(nameof(options.PingSeconds), options.PingSeconds, 1, 3_600),
        .. Range(nameof(options.WatchSeconds), options.WatchSeconds, 0, 3_600),
        .. Text(
            nameof(options.ShadowShare),
            options.ShadowShare.ToString(CultureInfo.InvariantCulture),
            options.ShadowShare is >= 0 and <= 1,
            "0 to 1"),
        .. Range(nameof(options.DrainNoticeSeconds), options.DrainNoticeSeconds, 0, 300),
        .. Range(nameof(options.DrainSeconds), options.DrainSeconds, 1, 3_600),
    ];

    internal static IEnumerable<string> Range(string option, int value, int least, int most) =>
        value >= least && value <= most ? [] : [Message(option, $"{value}", $"{least} to {most}")];

    internal static IEnumerable<string> Text(string option, string value, bool valid, string allowed) =>
        valid ? [] : [Message(option, $"\"{value}\"", allowed)];

    private static string Message(string option, string value, string allowed) =>
        $"{ServiceOptions.Section}:{option} is {value}; allowed is {allowed}";

    private static bool SharePort(ServiceOptions options) =>
        options.RestPort != 0 && options.RestPort == options.GrpcPort;

    private static bool IsFolderName(string name) =>
        name.Length == 0 || (BundleFiles.IsName(name) && name.AsSpan().IndexOfAny('/', '\\') < 0);
}
