using System.Diagnostics;
using System.Globalization;
using Classifier.Benchmarks.Comparison;
using Classifier.Benchmarks.Load.Counting;
using Classifier.Benchmarks.Load.Http2;
using Classifier.Benchmarks.Startup;

namespace Classifier.Benchmarks.Load.H2Load;

/// <summary>
/// nghttp2's own load generator (https://nghttp2.org/documentation/h2load.1.html), which sends one call over and over.
/// It looks at no gRPC status, so who asks it must know otherwise what was answered.
/// </summary>
/// <param name="Program">Its command.</param>
/// <param name="Connections">Over how many connections.</param>
/// <param name="Streams">Calls in flight on each at most.</param>
internal sealed record H2LoadClient(string Program, int Connections, int Streams)
{
    public string Version => string.Concat(Child.Run(Program, ["--version"]));

    /// <summary>As many calls as go, each that ends followed by the next.</summary>
    public H2LoadSample Saturate(ServiceProcess server, CallTemplate call, TimeSpan length) =>
        Measured(server, call, ["-D", Seconds(length)]);

    /// <summary>
    /// Calls at a fixed rate; one that finds all streams taken waits for one, which its latency does not hold.
    /// </summary>
    public H2LoadSample Pace(ServiceProcess server, CallTemplate call, TimeSpan length, double rate) => Measured(
        server, call,
        ["-D", Seconds(length), "--rps", (rate / Connections).ToString("0.#", CultureInfo.InvariantCulture)]);

    private H2LoadSample Measured(ServiceProcess server, CallTemplate call, IReadOnlyList<string> pace)
    {
        var folder = Directory.CreateTempSubdirectory("classifier-");
        try
        {
            var (body, log) = (Path.Combine(folder.FullName, "body"), Path.Combine(folder.FullName, "log"));
            File.WriteAllBytes(body, call.Message);
            var (before, watch) = (server.Processor, Stopwatch.StartNew());
            Child.Run(Program, [.. Arguments(server, call, body), .. pace, "--log-file", log]);
            var (wall, processor) = (watch.Elapsed, server.Processor - before);
            return new(H2LoadLog.Read(File.ReadLines(log)), wall, processor);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private IReadOnlyList<string> Arguments(ServiceProcess server, CallTemplate call, string body) =>
    [
        "-c", $"{Connections}", "-m", $"{Streams}", "-d", body,
        "-H", "content-type:application/grpc", "-H", "te:trailers", $"http://127.0.0.1:{server.Port}{call.Method}",
    ];

    private static string Seconds(TimeSpan length) =>
        length.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
}
