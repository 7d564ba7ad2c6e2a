using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Classifier.Client.Tests;

/// <summary>The service as callers find it: a process with the champion bundle.</summary>
public sealed partial class ServiceProcess : IAsyncLifetime
{
    private readonly Process _process;

    public ServiceProcess()
        : this([])
    {
    }

    /// <param name="settings">Options, such as <c>--Classifier:MaxBatchSize=2</c>.</param>
    internal ServiceProcess(params string[] settings) => _process = new() { StartInfo = Info(settings) };

    internal Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process.Start();
        var (said, serves) = ("", false);
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            said += line + "\n";
            if (Listening().Match(line) is { Success: true } match)
            {
                Address = new(match.Groups[1].Value);
            }

            serves |= line.Contains("Serving bundle", StringComparison.Ordinal);
            if (serves && Address is not null)
            {
                return;
            }
        }

        Assert.Fail($"The service ended: {said}{await _process.StandardError.ReadToEndAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Info(string[] settings) =>
        new("dotnet", [Program(), "--Classifier:GrpcPort=0", "--Classifier:RestPort=0", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    /// <summary>Built beside this one, in the same configuration.</summary>
    private static string Program() =>
        AppContext.BaseDirectory.Replace(
            Path.Combine("tests", "Classifier.Client.Tests"),
            Path.Combine("src", "Classifier.Service"),
            StringComparison.Ordinal)
        + "Classifier.Service.dll";

    [GeneratedRegex("gRPC on ([^,]+),")]
    private static partial Regex Listening();
}
