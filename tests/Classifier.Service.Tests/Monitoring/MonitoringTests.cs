using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Classifier.Service.Tests.Access;
using Classifier.V1;

namespace Classifier.Service.Tests.Monitoring;

/// <summary>The alerts and the dashboard ask only for what the service shows.</summary>
public sealed partial class MonitoringTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Monitoring");

    [Fact]
    public async Task Every_metric_that_is_asked_for_is_scraped()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var files = new AccessFiles();
        await using var service = new RunningService(
            null,
            $"--Classifier:Access:CertificateFile={files.Certificate}",
            "--Classifier:Access:CallsPerMinute=1",
            "--Classifier:Access:BurstCalls=2");
        await service.InitializeAsync();
        using var caller = new TestCaller(null, null);
        caller.Connect($"https://{service.Channel.Target}", service.Rest.BaseAddress!);
        await new PassageTagger.PassageTaggerClient(caller.Channel).TagDocumentAsync(
            new() { Text = Samples.English }, cancellationToken: cancel);
        await new ModelAdmin.ModelAdminClient(caller.Channel).ReloadAsync(new(), cancellationToken: cancel);
        using var refused = await caller.Rest.GetAsync("/v1/model", cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var scraped = "";
        while (!scraped.Contains("classifier_call_duration_seconds_count", StringComparison.Ordinal))
        {
            // Exporters keep an answer for a moment, and a call is counted once it is out.
            await Task.Delay(50, cancel);
            scraped = await caller.Rest.GetStringAsync("/metrics", cancel);
        }

        Assert.DoesNotContain("Turkish", scraped, StringComparison.Ordinal);
        Assert.All(Asked(), name => Assert.Contains($"\n{name}{{", scraped, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("check", "classifier.rules.yml")]
    [InlineData("test", "classifier.rules.test.yml")]
    public async Task Promtool_is_content(string what, string file)
    {
        var info = new ProcessStartInfo("promtool", [what, "rules", file])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var promtool = StartIfThere(info);
        Assert.SkipWhen(promtool is null, "promtool is not installed; Debian's package prometheus has it");
        var cancel = TestContext.Current.CancellationToken;
        var errors = promtool.StandardError.ReadToEndAsync(cancel);
        var output = await promtool.StandardOutput.ReadToEndAsync(cancel) + await errors;
        await promtool.WaitForExitAsync(cancel);
        Assert.True(promtool.ExitCode == 0, output);
        Assert.Contains("SUCCESS", output, StringComparison.Ordinal);
    }

    private static Process? StartIfThere(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static HashSet<string> Asked()
    {
        var alerts = File.ReadAllText(Path.Combine(Folder, "classifier.rules.yml"));
        var dashboard = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "classifier.dashboard.json")))!;
        var panels =
            dashboard["panels"]!.AsArray().SelectMany(p => p!["targets"]!.AsArray()).Select(t => (string)t!["expr"]!);
        HashSet<string> names = [.. Names().Matches(alerts + string.Join(' ', panels)).Select(m => m.Value)];
        Assert.InRange(names.Count, 8, 50);
        return names;
    }

    [GeneratedRegex(@"\b(classifier|dotnet|kestrel)_[a-z_]+")]
    private static partial Regex Names();
}
