using System.CommandLine;
using Classifier.Benchmarks.Comparison;
using Classifier.Benchmarks.Startup;
using Classifier.Core.Models;
using Classifier.Training.Commands;
using Classifier.Training.Corpus;

namespace Classifier.Benchmarks.Load.H2Load;

/// <summary><c>load h2load</c>: the service and the empty one, called by a program that others know.</summary>
internal static class H2LoadCommand
{
    private const string Name = "h2load";

    private static readonly Option<string> Data = MeasureOptions.Data();

    private static readonly Option<string?> Service = BuiltService.Option();

    private static readonly Option<string> Program = new("--h2load")
    {
        Description = "h2load's command, such as that of Debian's package nghttp2-client.",
        HelpName = "PROGRAM",
        DefaultValueFactory = _ => Name,
    };

    private static readonly Option<int> Connections = LoadOptions.Connections(1);

    private static readonly Option<int> Streams = new Option<int>("--streams")
    {
        Description = "Calls in flight on each connection, 1 to 100.",
        DefaultValueFactory = _ => 64,
    }.Within(1, 100);

    private static readonly Option<int> Seconds = new Option<int>("--seconds")
    {
        Description = "Seconds for each of the three runs of a round, 1 to 600.",
        DefaultValueFactory = _ => 10,
    }.Within(1, 600);

    private static readonly Option<int> Rounds = MeasureOptions.Rounds("each of them");

    private static readonly Option<string?> Out = MeasureOptions.Out();

    public static Command Create()
    {
        var command = new Command(
            Name,
            $"""
            Starts the service and, beside it, a gRPC service that only gives back what it gets, and calls both with h2load (https://nghttp2.org): as often as they answer, then the service at half of that.

            Example: dotnet run -c Release --project tests/Classifier.Benchmarks -- {LoadCommand.Name} {Name} --out tests/Classifier.Benchmarks/Results/h2load.md
            """)
        {
            Data, Service, Program, Connections, Streams, Seconds, Rounds, Out,
        };
        command.SetAction(parsed => Runner.Run(() => MeasureAsync(parsed).GetAwaiter().GetResult()));
        return command;
    }

    private static async Task<int> MeasureAsync(ParseResult parsed)
    {
        var (seconds, rounds, load) = (parsed.GetValue(Seconds), parsed.GetValue(Rounds), RunFacts.Load());
        var client = new H2LoadClient(
            parsed.GetValue(Program)!, parsed.GetValue(Connections), parsed.GetValue(Streams));
        var (version, program) = (client.Version, parsed.GetValue(Service) ?? BuiltService.Program());
        var rows = CorpusReader.Read(parsed.GetValue(Data)!);
        using var service = await ServiceProcess.ServeAsync(program);
        using var echo = await ServiceProcess.ServeEchoAsync();
        var run = new H2LoadRun(client, service, echo, new(rows), TimeSpan.FromSeconds(seconds));
        var samples = await LoadRounds.TakeAsync(rounds, run.RoundAsync);
        var options = $"--connections {client.Connections} --streams {client.Streams} --seconds {seconds}";
        var facts = CorpusFacts.Of(
            $"{LoadCommand.Name} {Name} {options} --rounds {rounds} --out FILE", rows,
            ModelBundle.Load(Bundles.Champion()), load);
        var page = H2LoadPage.Write(
            [
                .. facts, ("service", BuiltService.Told(program)), ("client", version),
                ("rounds", $"{rounds}, after one that does not count"),
            ],
            client,
            samples);
        MeasureOptions.Print(page, parsed.GetValue(Out));
        return ExitCodes.Success;
    }
}
