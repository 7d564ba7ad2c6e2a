using System.CommandLine;
using Classifier.Benchmarks.Comparison;
using Classifier.Benchmarks.Startup;
using Classifier.Core.Models;
using Classifier.Training.Commands;
using Classifier.Training.Corpus;
using Classifier.Training.Terminal;

namespace Classifier.Benchmarks.Load;

/// <summary><c>load rows</c>: what more and more passages cost one service, in time and in memory.</summary>
internal static class RowsCommand
{
    private const string Name = "rows";

    private static readonly int[] Counts = [1_000, 10_000, 30_000, 100_000, 300_000, 1_000_000];

    private static readonly Option<string> Data = MeasureOptions.Data();

    private static readonly Option<string?> Service = BuiltService.Option();

    private static readonly Option<int> Most = new Option<int>("--most")
    {
        Description = "Passages of the longest run, 10000 to 1000000; shorter ones come before.",
        DefaultValueFactory = _ => Counts[^1],
    }.Within(10_000, 1_000_000);

    private static readonly Option<string?> Out = MeasureOptions.Out();

    public static Command Create()
    {
        var command = new Command(
            Name,
            $"""
            Starts the service and tags 1,000 to 1,000,000 passages one run after the other, 64 in each call; tells its processor time and its memory.

            Example: dotnet run -c Release --project tests/Classifier.Benchmarks -- {LoadCommand.Name} {Name} --out tests/Classifier.Benchmarks/Results/rows.md
            """)
        {
            Data, Service, Most, Out,
        };
        command.SetAction(parsed => Runner.Run(() => MeasureAsync(parsed).GetAwaiter().GetResult()));
        return command;
    }

    private static async Task<int> MeasureAsync(ParseResult parsed)
    {
        var (most, load) = (parsed.GetValue(Most), RunFacts.Load());
        var program = parsed.GetValue(Service) ?? BuiltService.Program();
        var rows = CorpusReader.Read(parsed.GetValue(Data)!);
        using var service = await ServiceProcess.ServeAsync(program);
        var samples = await RunAsync(service, [.. rows.Select(r => r.Text)], [.. Counts.Where(c => c <= most)]);
        var facts = CorpusFacts.Of(
            $"{LoadCommand.Name} {Name} --most {most} --out FILE", rows, ModelBundle.Load(Bundles.Champion()), load);
        MeasureOptions.Print(
            RowsPage.Write([.. facts, ("service", BuiltService.Told(program))], samples), parsed.GetValue(Out));
        return ExitCodes.Success;
    }

    private static async Task<IReadOnlyList<RowsSample>> RunAsync(ServiceProcess service, string[] texts, int[] counts)
    {
        using var step = new BarProgress().Begin("passages", counts.Length);
        var samples = new List<RowsSample>();
        foreach (var count in counts)
        {
            var (before, memory) = (service.Processor, new List<long>());
            var run = service.TagAsync(texts, count);
            do
            {
                await Task.WhenAny(run, Task.Delay(RowsSample.Look));
                memory.Add(service.Resident);
            }
            while (!run.IsCompleted);
            await run;
            samples.Add(new(count, service.Processor - before, memory));
            step.Advance();
        }

        return samples;
    }
}
