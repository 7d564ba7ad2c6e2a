using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Files;
using Classifier.Training.Terminal;
using Spectre.Console;

namespace Classifier.Training.Commands;

/// <summary>
/// <c>classifier evaluate</c>: a bundle against labelled passages, or its identifier against labelled lines.
/// </summary>
internal static class EvaluateCommand
{
    private const string TagsTask = "tags";
    private const string LanguageTask = "language";
    private const int MaxStitched = 100_000;

    private static readonly Argument<string> Data = new("data")
    {
        Description = "Labelled JSON Lines: a file, zipped where its name ends in .gz, or a folder of *.jsonl; for "
            + "--task language a file.",
    };

    private static readonly Option<string?> Bundle = CommonOptions.Bundle();

    private static readonly Option<string?> Json = new("--json")
    {
        Description = "Also write all reports to a file, in the shape of scikit-learn's classification_report.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Split = new("--split")
    {
        Description = "Only rows of this split.",
        HelpName = "train|dev|test",
    };

    private static readonly Option<string> Task = new("--task")
    {
        Description = "What is measured: the tags of passages, or the language of lines.",
        DefaultValueFactory = _ => TagsTask,
    };

    private static readonly Option<string?> Errors = new("--errors")
    {
        Description = "Also write every row with a wrong answer to a file, truth and answer side by side.",
        HelpName = "FILE",
    };

    private static readonly Option<int> Stitched = new Option<int>("--stitched")
    {
        Description = "With --task language: also join sentences of different languages into N paragraphs (always the "
            + $"same), and give the share of letters whose language the spans have right; 0 to {MaxStitched}.",
        HelpName = "N",
    }.Within(0, MaxStitched);

    /// <summary>Options that one task alone has.</summary>
    private static readonly (Option Option, string Task)[] Owners =
        [(Split, TagsTask), (Errors, TagsTask), (Stitched, LanguageTask)];

    public static Command Create()
    {
        Task.AcceptOnlyFromAmong(TagsTask, LanguageTask);
        Split.AcceptOnlyFromAmong([.. Splits.All]);
        var command = new Command(
            "evaluate",
            "Measures a bundle on labelled rows: precision, recall, f1-score and support, by label and language, and "
            + "its evidence where rows have cues; with "
            + "--task language also by kind of text, length and file, with the neighbour languages that were taken for "
            + "one of ours.\n\n"
            + "Example: classifier evaluate models/corpus --split test\n"
            + "Example: classifier evaluate lines.jsonl.gz --task language --stitched 1000 --json report.json")
        {
            Data, Bundle, Json, Split, Task, Errors, Stitched,
        };
        command.Validators.Add(CheckTask);
        command.SetAction(parsed => Runner.Run(() => parsed.GetValue(Task) == LanguageTask
            ? Language(
                parsed.GetValue(Data)!, parsed.GetValue(Stitched), parsed.GetValue(Bundle), parsed.GetValue(Json))
            : Tags(
                parsed.GetValue(Data)!,
                parsed.GetValue(Split),
                parsed.GetValue(Bundle),
                parsed.GetValue(Json),
                parsed.GetValue(Errors))));
        return command;
    }

    /// <summary>
    /// An option that the task does not have would be dropped without a word. The task is read as it was written: what
    /// is none of those allowed has no value, and is the parser's to tell.
    /// </summary>
    private static void CheckTask(CommandResult result)
    {
        var task = result.GetResult(Task)?.Tokens is [.., var written] ? written.Value : TagsTask;
        var foreign = Owners.Where(o => task is TagsTask or LanguageTask && o.Task != task);
        foreach (var (option, owner) in foreign.Where(o => result.GetResult(o.Option) is { Implicit: false }))
        {
            result.AddError($"{option.Name} belongs to --task {owner}.");
        }
    }

    private static int Tags(string data, string? split, string? bundle, string? json, string? errors)
    {
        WrittenFiles.Check(CorpusReader.Files(data), (Json.Name, json), (Errors.Name, errors));
        var classifier = CommonOptions.Load(bundle);
        var all = CorpusReader.Read(data);
        var rows = split is null ? all : EvaluationRows.OfSplit(all, split);
        EvaluationRows.Check(rows, classifier.Bundle.Taxonomy);
        var evaluation = PassageEvaluation.Run(classifier, rows, new BarProgress());
        WriteJson(json, evaluation.ToJson());
        ErrorList.Write(errors, evaluation);
        AnsiConsole.WriteLine($"{rows.Count} rows, bundle {classifier.Bundle.Manifest.Version}");
        AnsiConsole.Write(ReportPrinter.Overview(evaluation));
        foreach (var (name, reports) in evaluation.Families.Skip(1))
        {
            AnsiConsole.Write(ReportPrinter.Labels(name.Replace('_', ' '), reports[Slices.All]));
        }

        AnsiConsole.Write(ReportPrinter.Kinds(evaluation));
        AnsiConsole.WriteLine($"expected calibration error: {CalibrationReport.Told(evaluation.Calibration)}");
        if (evaluation.Evidence.Count > 0)
        {
            AnsiConsole.Write(ReportPrinter.Evidence(evaluation));
        }

        return ExitCodes.Success;
    }

    private static int Language(string data, int stitched, string? bundle, string? json)
    {
        WrittenFiles.Check([data], (Json.Name, json));
        var classifier = CommonOptions.Load(bundle);
        var rows = LanguageRows.Read(data);
        var paragraphs = stitched > 0 ? StitchedParagraph.Build(rows, stitched) : [];
        var evaluation = LanguageEvaluation.Run(classifier, rows, new BarProgress());
        var letters =
            paragraphs.Count > 0 ? StitchedEvaluation.Run(classifier, paragraphs, new BarProgress()) : null;
        var report = evaluation.ToJson();
        if (letters is not null)
        {
            report["stitched"] = letters.ToJson();
        }

        WriteJson(json, report);
        AnsiConsole.WriteLine($"{rows.Count} lines, bundle {classifier.Bundle.Manifest.Version}");
        AnsiConsole.Write(ReportPrinter.Labels("language", evaluation.All));
        AnsiConsole.Write(LanguagePrinter.Parts(evaluation));
        AnsiConsole.Write(LanguagePrinter.Neighbours(evaluation));
        if (letters is not null)
        {
            AnsiConsole.Write(LanguagePrinter.Stitched(letters));
        }

        return ExitCodes.Success;
    }

    private static void WriteJson(string? path, JsonObject json)
    {
        if (path is not null)
        {
            OutputFile.Write(path, Encoding.UTF8.GetBytes(json.ToJsonString(CoreJson.Options) + "\n"));
        }
    }
}
