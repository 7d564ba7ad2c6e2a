using System.CommandLine;
using BenchmarkDotNet.Running;
using Classifier.Benchmarks;
using Classifier.Benchmarks.Comparison;

if (args is [LanguagesCommand.Name, ..])
{
    return new RootCommand("Benchmarks of Classifier.") { LanguagesCommand.Create() }.Parse(args).Invoke();
}

BenchmarkSwitcher.FromAssembly(typeof(Bundles).Assembly).Run(args);
return 0;
