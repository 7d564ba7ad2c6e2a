using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Classifier.Benchmarks.Load;
using Classifier.Client;
using Classifier.Core;
using Classifier.V1;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Classifier.Benchmarks.Startup;

/// <summary>The service, or the echo beside it, as a process of its own, on ports that are free.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private const int PassagesPerCall = 64;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Process _process;
    private readonly Uri _address;

    private ServiceProcess(string program, int port, int? restPort, params IEnumerable<string> arguments)
    {
        (Port, RestPort) = (port, restPort);
        _address = new($"http://127.0.0.1:{port}");
        _process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            // What the service's own settings say, for the echo too.
            Environment =
            {
                ["DOTNET_gcServer"] = "0",
                ["DOTNET_gcConcurrent"] = "0",
                ["DOTNET_GCgen0MaxBudget"] = "800000"
            },
        })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    /// <summary>Port of gRPC.</summary>
    public int Port { get; }

    /// <summary>Port of REST and metrics; null for the echo, which has none.</summary>
    public int? RestPort { get; }

    /// <summary>Bytes resident now.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Time of all processors until now.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts the service and waits until it serves.</summary>
    /// <exception cref="ClassifierException">There is no such program, or it does not come to serve.</exception>
    public static Task<ServiceProcess> ServeAsync(string program) => ServedAsync(Start(program));

    /// <summary>Starts <see cref="EchoCommand"/> and waits until it serves.</summary>
    /// <exception cref="ClassifierException">It does not come to serve.</exception>
    public static Task<ServiceProcess> ServeEchoAsync()
    {
        var (port, _) = FreePorts();
        var self = Path.Combine(AppContext.BaseDirectory, typeof(EchoCommand).Assembly.GetName().Name!);
        return ServedAsync(new(self, port, null, EchoCommand.Name, EchoCommand.Port.Name, $"{port}"));
    }

    /// <exception cref="ClassifierException">There is no such program, or it does not come to serve.</exception>
    public static async Task<StartSample> MeasureAsync(string program, IReadOnlyList<string> texts, int passages)
    {
        using var service = Start(program);
        await service.ServingAsync();
        var (wall, processor, serving) = (service._clock.Elapsed, service.Processor, service.Resident);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var atRest = service.Resident;
        await service.TagAsync(texts, passages);
        return new(wall, processor, serving, atRest, service.Resident);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static ServiceProcess Start(string program)
    {
        try
        {
            var (grpc, rest) = FreePorts();
            return new(program, grpc, rest, $"--Classifier:GrpcPort={grpc}", $"--Classifier:RestPort={rest}");
        }
        catch (Win32Exception e)
        {
            throw Failed($"'{program}' cannot be started: {e.Message}; build src/Classifier.Service, or name it with "
                + "--service.");
        }
    }

    private static async Task<ServiceProcess> ServedAsync(ServiceProcess service)
    {
        try
        {
            await service.ServingAsync();
            return service;
        }
        catch
        {
            service.Dispose();
            throw;
        }
    }

    private async Task ServingAsync()
    {
        // By itself a channel waits a second before it connects anew, then longer, and a port that opens meanwhile goes
        // unseen.
        var often = new GrpcChannelOptions { InitialReconnectBackoff = Look, MaxReconnectBackoff = Look };
        using var channel = GrpcChannel.ForAddress(_address, often);
        var health = new Health.HealthClient(channel);
        while (!await IsServingAsync(health))
        {
            if (_process.HasExited || _clock.Elapsed > Patience)
            {
                throw Failed($"the service does not serve after {_clock.Elapsed.TotalSeconds:0} s.");
            }

            await Task.Delay(Look);
        }
    }

    private static async Task<bool> IsServingAsync(Health.HealthClient health)
    {
        try
        {
            var answer = await health.CheckAsync(new HealthCheckRequest());
            return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    }

    /// <summary>As many passages as are asked for, over and over the same, from two callers for each core.</summary>
    public async Task TagAsync(IReadOnlyList<string> texts, int passages)
    {
        using var client = new ClassifierClient(new() { Address = _address });
        var calls = Enumerable.Range(0, passages / PassagesPerCall);
        await Parallel.ForEachAsync(
            calls,
            new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount },
            async (call, cancel) => await client.TagPassagesAsync(Request(texts, call), cancel));
    }

    private static TagPassagesRequest Request(IReadOnlyList<string> texts, int call)
    {
        var request = new TagPassagesRequest();
        var places = Enumerable.Range(call * PassagesPerCall, PassagesPerCall);
        request.Passages.AddRange(places.Select(i => new V1.Passage { Text = texts[i % texts.Count] }));
        return request;
    }

    /// <summary>Two that differ, since both are taken before either is let go.</summary>
    private static (int First, int Second) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }

    private static ClassifierException Failed(string how) => new(ErrorKind.FailedPrecondition, "PROGRAM_FAILED", how);
}
