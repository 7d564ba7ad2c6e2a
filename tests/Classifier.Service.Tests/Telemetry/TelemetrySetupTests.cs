using System.Text;
using Grpc.Core;

namespace Classifier.Service.Tests.Telemetry;

[Collection(nameof(Alone))]
public sealed class TelemetrySetupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_gets_metrics_and_a_span_for_each_stage_but_no_text_and_no_health()
    {
        await using var collector = new Collector();
        await collector.StartAsync();

        // A flush comes back while a batch is still on its way and before the last call's span ends;
        // a stop waits for both.
        await using (var service = new RunningService(
            null,
            $"--Classifier:Telemetry:OtlpEndpoint={collector.Address}",
            "--Classifier:Telemetry:OtlpProtocol=http"))
        {
            await service.InitializeAsync();
            await service.Client.TagDocumentAsync(new() { Text = Samples.English }, cancellationToken: Cancel);
            await Assert.ThrowsAsync<RpcException>(() => service.Client.TagDocumentAsync(
                new() { Text = Samples.English, Date = Samples.Dutch }, cancellationToken: Cancel).ResponseAsync);
            await service.Rest.GetAsync("/healthz", Cancel);
            await service.Rest.GetAsync($"/v1/{Uri.EscapeDataString(Samples.Dutch)}", Cancel);
        }

        var traces = collector.Received("/v1/traces");
        Assert.All(
            ["answer", "split", "tag", "TagDocument"], s => Assert.Contains(s, traces, StringComparison.Ordinal));
        Assert.DoesNotContain("healthz", traces, StringComparison.Ordinal);
        var metrics = collector.Received("/v1/metrics");
        Assert.Contains("classifier.call.duration", metrics, StringComparison.Ordinal);
        foreach (var word in Samples.English.Split(' ').Concat(Samples.Dutch.Split(' ')).Where(w => w.Length > 5))
        {
            Assert.DoesNotContain(Latin(word), traces, StringComparison.Ordinal);
            Assert.DoesNotContain(Latin(word), metrics, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("OtlpEndpoint", "collector:4317", "an http or https address")]
    [InlineData("OtlpProtocol", "udp", "grpc or http")]
    [InlineData("TraceShare", "1.5", "0 to 1")]
    public void Settings_that_cannot_work_are_named(string option, string value, string allowed)
    {
        var error = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(
            () => new RunningService(null, $"--Classifier:Telemetry:{option}={value}"));
        Assert.Contains(
            $"Classifier:Telemetry:{option} is \"{value}\"; allowed is {allowed}",
            error.Message,
            StringComparison.Ordinal);
    }

    private static string Latin(string word) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(word));
}
