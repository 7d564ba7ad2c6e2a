using System.CommandLine;
using Classifier.Benchmarks.Comparison;
using Classifier.Benchmarks.Startup;
using Classifier.Training.Commands;
using Classifier.Training.Corpus;

namespace Classifier.Benchmarks.Load;

/// <summary><c>load floor</c>: the service against an empty one, and against the same passages in process.</summary>
internal static class FloorCommand
{
    private const string Name = "floor";

    private static readonly Option<string> Data = MeasureOptions.Data();

    private static readonly Option<string?> Service = BuiltService.Option();

    private static readonly Option<int> InFlight = LoadOptions.InFlight();

    private static readonly Option<int> Seconds = LoadOptions.Seconds();

    private static readonly Option<int> Rounds = MeasureOptions.Rounds("each of them");

    private static readonly Option<string?> Out = MeasureOptions.Out();

    public static Command Create()
    {
        var command = new Command(
            Name,
            $"""
            Starts the service and, beside it, a gRPC service that only gives back what it gets, and calls both in closed loops; then tags the same passages in process on all cores.

            Example: dotnet run -c Release --project tests/Classifier.Benchmarks -- {LoadCommand.Name} {Name} --out tests/Classifier.Benchmarks/Results/floor.md
            """)
        {
            Data, Service, InFlight, Seconds, Rounds, Out,
        };
        command.SetAction(parsed => Runner.Run(() => MeasureAsync(parsed).GetAwaiter().GetResult()));
        return command;
    }

    private static async Task<int> MeasureAsync(ParseResult parsed)
    {
        var (seconds, rounds, load) = (parsed.GetValue(Seconds), parsed.GetValue(Rounds), RunFacts.Load());
        var (loop, program) =
            (ClosedLoop.Of(parsed.GetValue(InFlight)), parsed.GetValue(Service) ?? BuiltService.Program());
        var rows = CorpusReader.Read(parsed.GetValue(Data)!);
        var classifier = CommonOptions.Load(Bundles.Champion());
        using var service = await ServiceProcess.ServeAsync(program);
        using var echo = await ServiceProcess.ServeEchoAsync();
        var run = new FloorRun(service, echo, new(rows), classifier, loop, TimeSpan.FromSeconds(seconds));
        var samples = await LoadRounds.TakeAsync(rounds, _ => run.RoundAsync());
        var command =
            $"{LoadCommand.Name} {Name} --in-flight {loop.InFlight} --seconds {seconds} --rounds {rounds} --out FILE";
        var facts = CorpusFacts.Of(command, rows, classifier.Bundle, load);
        var page = FloorPage.Write(
            [.. facts, ("service", BuiltService.Told(program)), ("rounds", $"{rounds}, after one that does not count")],
            loop,
            samples);
        MeasureOptions.Print(page, parsed.GetValue(Out));
        return ExitCodes.Success;
    }
}
