using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Classifier.Service.Tests.Hosting;

/// <summary>The program as a process: what it says and how it ends.</summary>
public sealed class ServiceRunnerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_setting_out_of_range_is_named()
    {
        var (code, output) = await RunAsync("--Classifier:MaxBatchSize=0");
        Assert.Equal(1, code);
        Assert.Contains("Classifier:MaxBatchSize is 0; allowed is 1 to 100000", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "--Classifier:MaxBatchSizes=10",
        "Classifier:MaxBatchSizes is no setting; nearest known: Classifier:MaxBatchSize")]
    [InlineData("--Classifier:MaxBatchSize=many", "Classifier:MaxBatchSize is \"many\"; allowed is 1 to 100000")]
    [InlineData("--Logging:Console:FormatterName=jsn", "Logging:Console:FormatterName is \"jsn\"; allowed is json")]
    public async Task A_setting_that_is_none_is_named(string setting, string named)
    {
        var (code, output) = await RunAsync(setting);
        Assert.Equal(1, code);
        Assert.Contains(named, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_bundle_it_stops_and_says_what_to_do()
    {
        var (code, output) = await RunAsync("--Classifier:BundlesFolder=/nowhere/at/all");
        Assert.Equal(1, code);
        Assert.Contains("/nowhere/at/all", output, StringComparison.Ordinal);
        Assert.Contains("Set Classifier:BundlesFolder", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GrpcPort")]
    [InlineData("RestPort")]
    public async Task A_port_that_is_taken_is_named(string setting)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (code, output) = await RunAsync($"--Classifier:{setting}={port}");
        Assert.Equal(1, code);
        Assert.Contains(
            $"Classifier:{setting} is {port}, where another program listens on 127.0.0.1; stop that one, or set a port "
                + "that is free",
            output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_machine_ends_it_without_a_stack_trace()
    {
        var (code, output) = await RunAsync("--Classifier:Address=192.0.2.1", "--insecure");
        Assert.Equal(1, code);
        Assert.Contains(
            "The service can't start. Classifier:Address is \"192.0.2.1\"; allowed is an address of this machine",
            output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_out_of_range_is_named_as_the_setting_it_is()
    {
        var (code, output) = await RunAsync([], ("CLASSIFIER_ACCESS__BURST_CALLS", "0"));
        Assert.Equal(1, code);
        Assert.Contains("Classifier:Access:BurstCalls is 0; allowed is 1 to 100000", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_settings_that_is_no_json_is_named_with_what_is_wrong()
    {
        var environment = Path.GetRandomFileName();
        var file = Path.Combine(AppContext.BaseDirectory, $"appsettings.{environment}.json");
        await File.WriteAllTextAsync(file, "{ \"Classifier\": { \"GrpcPort\": } }", Cancel);
        try
        {
            var (code, output) = await RunAsync($"--environment={environment}");
            Assert.Equal(1, code);
            Assert.Contains(file, output, StringComparison.Ordinal);
            Assert.Contains("LineNumber: 0", output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Arguments_that_nobody_would_look_at_are_refused()
    {
        var (code, output) = await RunAsync("--MaxBatchSize=10");
        Assert.Equal(
            (1, "Unknown argument '--MaxBatchSize=10'; settings are written --Classifier:NAME=VALUE. See --help.\n"),
            (code, output));
    }

    [Fact]
    public async Task Another_address_without_tls_is_refused_before_anything_opens()
    {
        var (code, output) = await RunAsync("--Classifier:Address=0.0.0.0");
        Assert.Equal(1, code);
        Assert.Contains(
            "Classifier:Address is \"0.0.0.0\"; allowed is a loopback address", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_of_kestrels_own_is_refused_with_what_to_set_instead()
    {
        var (code, output) = await RunAsync([], ("Kestrel__Endpoints__x__Url", "http://0.0.0.0:0"));
        Assert.Equal(1, code);
        Assert.Contains(
            "Kestrel:Endpoints:x is \"http://0.0.0.0:0\"; allowed is no endpoint here: set Classifier:Address, ",
            output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output)> RunAsync(params string[] settings) => RunAsync(settings, default);

    private static async Task<(int Code, string Output)> RunAsync(
        string[] settings, (string? Name, string Value) variable)
    {
        using var process = Start(settings, variable);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(Cancel);
            var errors = process.StandardError.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            process.Kill();
        }
    }

    private static Process Start(string[] settings, (string? Name, string Value) variable)
    {
        var info = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Classifier.Service.dll"),
                "--Classifier:GrpcPort=0", "--Classifier:RestPort=0", .. settings,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (variable.Name is { } name)
        {
            info.Environment[name] = variable.Value;
        }

        return Process.Start(info)!;
    }
}
