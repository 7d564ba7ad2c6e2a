using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Classifier.Service.Tests.Hosting;

/// <summary>The program as a process whose parent is called systemd, which is how it knows of it.</summary>
public sealed class SystemdSetupTests : IDisposable
{
    private const string AsSystemd = "printf systemd > /proc/$$/comm; dotnet \"$@\" & echo $!; wait";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("classifier-notify-");
    private readonly Process _process = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<2>")]
    [InlineData("{", "--Logging:Console:FormatterName=json")]
    public async Task The_log_has_the_journals_form_unless_another_is_configured(string begin, params string[] settings)
    {
        Start(null, ["--Classifier:BundlesFolder=/nowhere/at/all", .. settings]);
        var output = await _process.StandardOutput.ReadToEndAsync(Cancel).WaitAsync(Patience, Cancel);
        var last = Assert.Single(
            output.Split('\n'), l => l.Contains("No bundle to serve", StringComparison.Ordinal));
        Assert.StartsWith(begin, last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Systemd_hears_when_it_is_ready_and_how_long_a_stop_may_take()
    {
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        var path = Path.Combine(_folder.FullName, "notify");
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        Start(path, "--Classifier:DrainNoticeSeconds=0", "--Classifier:DrainSeconds=100");
        var program = await _process.StandardOutput.ReadLineAsync(Cancel);
        Assert.Equal("READY=1", await HearAsync(systemd));
        using var kill = Process.Start("kill", ["-TERM", program!]);
        Assert.Equal("STOPPING=1", await HearAsync(systemd));
        Assert.Equal("EXTEND_TIMEOUT_USEC=110500000", await HearAsync(systemd));
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _folder.Delete(true);
    }

    private static async Task<string> HearAsync(Socket systemd)
    {
        var buffer = new byte[200];
        var length = await systemd.ReceiveAsync(buffer, Cancel).AsTask().WaitAsync(Patience, Cancel);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    /// <summary>Its number is the first line that it says.</summary>
    private void Start(string? notify, params string[] settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Classifier.Service.dll");
        _process.StartInfo = new(
            "sh",
            ["-c", AsSystemd, "sh", program, "--Classifier:GrpcPort=0", "--Classifier:RestPort=0", .. settings])
        {
            RedirectStandardOutput = true,
        };
        _process.StartInfo.Environment["NOTIFY_SOCKET"] = notify;
        _process.Start();
    }
}
