using System.CommandLine;
using System.Diagnostics;
using Classifier.Benchmarks.Comparison;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Training.Commands;
using Classifier.Training.Corpus;
using Classifier.Training.Terminal;

namespace Classifier.Benchmarks.Whole;

/// <summary><c>whole</c>: the whole path against others, by length, by number of passages, on all cores.</summary>
internal static class WholeCommand
{
    public const string Name = "whole";

    /// <summary>ML.NET takes milliseconds for a passage, so it is given one in forty.</summary>
    private const int SlowStep = 40;

    private static readonly Option<string> Data = MeasureOptions.Data();

    private static readonly Option<string?> Bundle = CommonOptions.Bundle();

    private static readonly Option<string> FastText = new("--fasttext")
    {
        Description = "fastText's command line, such as Debian's package fasttext.",
        HelpName = "PROGRAM",
        DefaultValueFactory = _ => "fasttext",
    };

    private static readonly Option<int> Rounds = MeasureOptions.Rounds("everything");

    private static readonly Option<string?> Out = MeasureOptions.Out();

    public static Command Create()
    {
        var command = new Command(
            Name,
            $"""
            Times the whole path on one thread against an n-gram pass, ML.NET's PredictionEngine and Transform, and fastText; then by length, by number of passages, and on all cores. Takes some minutes.

            Example: dotnet run -c Release --project tests/Classifier.Benchmarks -- {Name} --out tests/Classifier.Benchmarks/Results/whole.md
            """)
        {
            Data, Bundle, FastText, Rounds, Out,
        };
        command.SetAction(parsed => Runner.Run(() => Measure(parsed)));
        return command;
    }

    private static int Measure(ParseResult parsed)
    {
        var (rounds, load) = (parsed.GetValue(Rounds), RunFacts.Load());
        var rows = CorpusReader.Read(parsed.GetValue(Data)!);
        var bundle = parsed.GetValue(Bundle) ?? Bundles.Champion();
        var classifier = CommonOptions.Load(bundle);
        string[] texts = [.. rows.Select(r => r.Text)];
        using var step = new BarProgress().Begin("measure", 4);
        using var fastText = new FastTextPath(parsed.GetValue(FastText)!, rows);
        var contest = new WholeContest(Contenders(classifier, bundle, rows, fastText)).Run(rounds);
        step.Advance();
        var lengths = Growth.ByLength(classifier, texts, rounds);
        step.Advance();
        var growth = Growth.ByRows(classifier, texts);
        step.Advance();
        var (one, all) = (Rate(classifier, texts, 1), Rate(classifier, texts, Environment.ProcessorCount));
        step.Advance();
        var facts = CorpusFacts.Of($"{Name} --out FILE", rows, classifier.Bundle, load);
        var page = new WholePage([.. facts, ("rounds", $"{rounds}, after one that does not count")]);
        page.AddContest(
            contest, texts.Average(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length));
        page.AddLengths(lengths);
        page.AddRows(growth);
        page.AddCores(one, all, Environment.ProcessorCount);
        MeasureOptions.Print(page.ToString(), parsed.GetValue(Out));
        return ExitCodes.Success;
    }

    private static IReadOnlyList<Contender> Contenders(
        PassageClassifier classifier, string bundle, List<CorpusRow> rows, FastTextPath fastText)
    {
        string[] texts = [.. rows.Select(r => r.Text)];
        var slow = rows.Where((_, i) => i % SlowStep == 0).Select(r => (r.Text, Languages.IndexOf(r.Lang))).ToList();
        string[] slowTexts = [.. slow.Select(s => s.Text)];
        var (reference, ml) = (new ReferencePass(), new MlNetPath(bundle, classifier.Bundle));
        var naive = new NaivePath(rows, classifier.Bundle.Manifest);
        return
        [
            new("Classifier", texts.Length, WholeContest.Tagging(classifier, texts, default)),
            new(
                "Classifier, with evidence", texts.Length,
                WholeContest.Tagging(classifier, texts, new(WithEvidence: true))),
            new(
                "n-gram pass with scoring of 18 labels", texts.Length,
                () => Clock.Of(() => Array.ForEach(texts, t => reference.Run(t)))),
            new(
                "ML.NET, FeaturizeText and a PredictionEngine for each label", slow.Count,
                () => Clock.Of(() => naive.Run(slowTexts))),
            new(
                "ML.NET, our features, a PredictionEngine for each actor and one for events", slow.Count,
                () => Clock.Of(() => ml.Engines(slow))),
            new(
                "ML.NET, our features, Transform of all passages at once", slow.Count,
                () => Clock.Of(() => ml.Transform(slow))),
            new("fastText predict, one classifier", texts.Length, fastText.Time),
        ];
    }

    private static double Rate(PassageClassifier classifier, string[] texts, int threads)
    {
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(
            texts, new ParallelOptions { MaxDegreeOfParallelism = threads }, t => classifier.Tag(t, default));
        return texts.Length / watch.Elapsed.TotalSeconds;
    }
}
