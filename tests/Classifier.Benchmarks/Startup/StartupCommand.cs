using System.CommandLine;
using Classifier.Benchmarks.Comparison;
using Classifier.Core.Models;
using Classifier.Training.Commands;
using Classifier.Training.Corpus;
using Classifier.Training.Terminal;

namespace Classifier.Benchmarks.Startup;

/// <summary><c>startup</c>: how long the service takes to serve, and how much memory it holds.</summary>
internal static class StartupCommand
{
    public const string Name = "startup";

    private static readonly Option<string> Data = MeasureOptions.Data();

    private static readonly Option<int> Rounds = MeasureOptions.Rounds("the start");

    private static readonly Option<string?> Service = BuiltService.Option();

    private static readonly Option<int> Passages = new Option<int>("--passages")
    {
        Description = "Passages to tag after each start, before memory is read again, 0 to 10000000.",
        DefaultValueFactory = _ => 100_000,
    }.Within(0, 10_000_000);

    private static readonly Option<string?> Out = MeasureOptions.Out();

    public static Command Create()
    {
        var command = new Command(
            Name,
            $"""
            Starts the service again and again on free ports, and tells how long it takes to serve and how much memory it holds then and after tagging passages.

            Example: dotnet run -c Release --project tests/Classifier.Benchmarks -- {Name} --out tests/Classifier.Benchmarks/Results/startup.md
            """)
        {
            Data, Service, Rounds, Passages, Out,
        };
        command.SetAction(parsed => Runner.Run(() => Measure(parsed)));
        return command;
    }

    private static int Measure(ParseResult parsed)
    {
        var (rounds, passages, load) = (parsed.GetValue(Rounds), parsed.GetValue(Passages), RunFacts.Load());
        var program = parsed.GetValue(Service) ?? BuiltService.Program();
        var rows = CorpusReader.Read(parsed.GetValue(Data)!);
        string[] texts = [.. rows.Select(r => r.Text)];
        var samples = Samples(program, texts, rounds, passages);
        var bundle = ModelBundle.Load(Bundles.Champion());
        var facts = CorpusFacts.Of($"{Name} --rounds {rounds} --passages {passages} --out FILE", rows, bundle, load);
        var page = StartupPage.Write(
            [.. facts, ("service", BuiltService.Told(program)), ("rounds", $"{rounds}, after one that does not count")],
            samples, passages);
        MeasureOptions.Print(page, parsed.GetValue(Out));
        return ExitCodes.Success;
    }

    private static List<StartSample> Samples(string program, string[] texts, int rounds, int passages)
    {
        using var step = new BarProgress().Begin("starts", rounds + 1);
        var samples = new List<StartSample>();
        for (var round = 0; round <= rounds; round++)
        {
            samples.Add(
                ServiceProcess.MeasureAsync(program, texts, round == 0 ? 0 : passages).GetAwaiter().GetResult());
            step.Advance();
        }

        return samples[1..];
    }
}
