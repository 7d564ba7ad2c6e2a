using System.Globalization;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;
using Rules = Classifier.Service.Hosting.ServiceOptionsValidator;

namespace Classifier.Service.Telemetry;

/// <summary>Refuses telemetry settings that can't work.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<ServiceOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceOptions options)
    {
        var failures = Failures(options.Telemetry).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(TelemetryOptions telemetry) =>
    [
        .. Rule(nameof(telemetry.OtlpEndpoint), telemetry.OtlpEndpoint,
            telemetry.OtlpEndpoint.Length == 0 || IsHttp(telemetry.OtlpEndpoint), "an http or https address, or empty"),
        .. Rule(nameof(telemetry.OtlpProtocol), telemetry.OtlpProtocol, telemetry.OtlpProtocol is "grpc" or "http",
            "grpc or http"),
        .. Rule(nameof(telemetry.TraceShare), telemetry.TraceShare.ToString(CultureInfo.InvariantCulture),
            telemetry.TraceShare is >= 0 and <= 1, "0 to 1"),
    ];

    private static bool IsHttp(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");

    private static IEnumerable<string> Rule(string option, string value, bool valid, string allowed) =>
        Rules.Text($"{nameof(ServiceOptions.Telemetry)}:{option}", value, valid, allowed);
}
