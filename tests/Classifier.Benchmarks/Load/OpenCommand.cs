using System.CommandLine;
using Classifier.Benchmarks.Comparison;
using Classifier.Benchmarks.Startup;
using Classifier.Core.Models;
using Classifier.Training.Commands;
using Classifier.Training.Corpus;

namespace Classifier.Benchmarks.Load;

/// <summary><c>load open</c>: calls that come whether the service can take them or not.</summary>
internal static class OpenCommand
{
    private const string Name = "open";

    private static readonly Option<string> Data = MeasureOptions.Data();

    private static readonly Option<string?> Service = BuiltService.Option();

    private static readonly Option<double> Rate = new Option<double>("--rate")
    {
        Description = "Calls a second, 1 to 1000000; without it, --saturation says how many.",
    }.Within(1, 1_000_000);

    private static readonly Option<double> Saturation = new Option<double>("--saturation")
    {
        Description =
            "Calls a second as a multiple of what the second of two closed loops reached just before, 0.01 to 10.",
        DefaultValueFactory = _ => 2,
    }.Within(0.01, 10);

    private static readonly Option<double> Minutes = new Option<double>("--minutes")
    {
        Description = "How long, 0.1 to 1440.",
        DefaultValueFactory = _ => 15,
    }.Within(0.1, 1440);

    private static readonly Option<int> Connections = LoadOptions.Connections(
        32, $", each with up to {Http2.CallConnection.MaxCalls} calls in flight; a call beyond is not sent");

    private static readonly Option<int> InFlight = LoadOptions.InFlight();

    private static readonly Option<int> Seconds = LoadOptions.Seconds();

    private static readonly Option<string?> Out = MeasureOptions.Out();

    public static Command Create()
    {
        var command = new Command(
            Name,
            $"""
            Starts the service and sends it calls with one short passage at a fixed rate, whatever becomes of them; asks for its health and its memory meanwhile.

            Example: dotnet run -c Release --project tests/Classifier.Benchmarks -- {LoadCommand.Name} {Name} --saturation 2 --minutes 15 --out tests/Classifier.Benchmarks/Results/load.md
            """)
        {
            Data, Service, Rate, Saturation, Minutes, Connections, InFlight, Seconds, Out,
        };
        command.SetAction(parsed => Runner.Run(() => MeasureAsync(parsed).GetAwaiter().GetResult()));
        return command;
    }

    private static async Task<int> MeasureAsync(ParseResult parsed)
    {
        var (minutes, load) = (parsed.GetValue(Minutes), RunFacts.Load());
        var program = parsed.GetValue(Service) ?? BuiltService.Program();
        var rows = CorpusReader.Read(parsed.GetValue(Data)!);
        var passages = new LoadPassages(rows);
        using var service = await ServiceProcess.ServeAsync(program);
        var loop = ClosedLoop.Of(parsed.GetValue(InFlight));
        var length = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
        await loop.RunAsync(service, passages.ShortCalls, length);
        var closed = await loop.RunAsync(service, passages.ShortCalls, length);
        var (told, rate) = parsed.GetResult(Rate) is { Implicit: false }
            ? ("--rate", parsed.GetValue(Rate))
            : ("--saturation", parsed.GetValue(Saturation) * closed.Rate);
        var connections = parsed.GetValue(Connections);
        var run = new OpenRun(service, new(service.Port, connections, passages.ShortCalls));
        var sample = await run.RunAsync(new(rate, TimeSpan.FromMinutes(minutes)));
        var multiple = told == "--rate" ? rate : parsed.GetValue(Saturation);
        var amount = FormattableString.Invariant($"{told} {multiple} --minutes {minutes}");
        var command =
            $"{LoadCommand.Name} {Name} {amount} --connections {connections} --in-flight {loop.InFlight} --out FILE";
        var facts = CorpusFacts.Of(command, rows, ModelBundle.Load(Bundles.Champion()), load);
        var page = OpenPage.Write([.. facts, ("service", BuiltService.Told(program))], loop, closed, sample);
        MeasureOptions.Print(page, parsed.GetValue(Out));
        return ExitCodes.Success;
    }
}
