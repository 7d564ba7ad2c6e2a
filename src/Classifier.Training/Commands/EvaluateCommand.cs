using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;
using Classifier.Training.Terminal;
using Spectre.Console;

namespace Classifier.Training.Commands;

/// <summary><c>classifier evaluate</c>: a bundle against labelled passages, or its identifier against labelled lines.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> Data = new("data")
    {
        Description = "Labelled JSON Lines: a file, or a folder of *.jsonl.",
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
        DefaultValueFactory = _ => "tags",
    };

    private static readonly Option<string?> Errors = new("--errors")
    {
        Description = "Also write every row with a wrong answer to a file, truth and answer side by side.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        Task.AcceptOnlyFromAmong("tags", "language");
        Split.AcceptOnlyFromAmong([.. Splits.All]);
        var command = new Command(
            "evaluate",
            "Measures a bundle on labelled rows: precision, recall, f1-score and support, by label and language.\n\nExample: classifier evaluate models/corpus --split test")
        {
            Data, Bundle, Json, Split, Task, Errors,
        };
        command.SetAction(parsed => Runner.Run(() => parsed.GetValue(Task) == "language"
            ? Language(parsed.GetValue(Data)!, parsed.GetValue(Bundle), parsed.GetValue(Json))
            : Tags(parsed.GetValue(Data)!, parsed.GetValue(Split), parsed.GetValue(Bundle), parsed.GetValue(Json), parsed.GetValue(Errors))));
        return command;
    }

    private static int Tags(string data, string? split, string? bundle, string? json, string? errors)
    {
        var classifier = CommonOptions.Load(bundle);
        var rows = CorpusReader.Read(data).Where(r => split is null || r.Split == split).ToList();
        EvaluationRows.Check(rows, classifier.Bundle.Taxonomy);
        var evaluation = PassageEvaluation.Run(classifier, rows, new BarProgress());
        AnsiConsole.WriteLine($"{rows.Count} rows, bundle {classifier.Bundle.Manifest.Version}");
        AnsiConsole.Write(ReportPrinter.Overview(evaluation));
        foreach (var (name, reports) in evaluation.Families.Skip(1))
        {
            AnsiConsole.Write(ReportPrinter.Labels(name.Replace('_', ' '), reports[Slices.All]));
        }

        AnsiConsole.Write(ReportPrinter.Kinds(evaluation));
        AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"expected calibration error: actors {evaluation.Calibration["actors"]:0.000}, events {evaluation.Calibration["events"]:0.000}"));
        WriteJson(json, evaluation.ToJson());
        ErrorList.Write(errors, evaluation);
        return ExitCodes.Success;
    }

    private static int Language(string data, string? bundle, string? json)
    {
        var classifier = CommonOptions.Load(bundle);
        var rows = LanguageRows.Read(data);
        var evaluation = LanguageEvaluation.Run(classifier, rows, new BarProgress());
        AnsiConsole.WriteLine($"{rows.Count} lines, bundle {classifier.Bundle.Manifest.Version}");
        AnsiConsole.Write(ReportPrinter.BySource(evaluation));
        AnsiConsole.Write(ReportPrinter.Neighbours(evaluation));
        WriteJson(json, evaluation.ToJson());
        return ExitCodes.Success;
    }

    private static void WriteJson(string? path, JsonObject json)
    {
        if (path is not null)
        {
            File.WriteAllText(path, json.ToJsonString(CoreJson.Options) + "\n");
        }
    }
}
