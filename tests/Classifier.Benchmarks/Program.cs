using System.CommandLine;
using BenchmarkDotNet.Running;
using Classifier.Benchmarks;
using Classifier.Benchmarks.Comparison;
using Classifier.Benchmarks.Load;
using Classifier.Benchmarks.Stages;
using Classifier.Benchmarks.Startup;
using Classifier.Benchmarks.Whole;

var commands = new RootCommand("Benchmarks of Classifier.")
{
    LanguagesCommand.Create(), StagesCommand.Create(), WholeCommand.Create(), StartupCommand.Create(),
    LoadCommand.Create(), EchoCommand.Create(),
};
if (commands.Subcommands.Any(c => args is [var first, ..] && c.Name == first))
{
    return commands.Parse(args).Invoke();
}

BenchmarkSwitcher.FromAssembly(typeof(Bundles).Assembly).Run(args);
return 0;
