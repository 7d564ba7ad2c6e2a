using System.CommandLine;
using Classifier.Core.Language;
using Classifier.Training.Scoring;

namespace Classifier.Training.Commands;

/// <summary><c>classifier detect</c>: JSON Lines in, their languages as JSON Lines out.</summary>
internal static class DetectCommand
{
    private const int DefaultTopK = 3;

    private static readonly Argument<string> Input = RowFilter.Input();

    private static readonly Option<string> Output = RowFilter.Output();

    private static readonly Option<int> Top = new Option<int>("--top")
    {
        Description = $"How many alternatives to give, 0 to {Languages.Answers}.",
        HelpName = "K",
        DefaultValueFactory = _ => DefaultTopK,
    }.Within(0, Languages.Answers);

    private static readonly Option<bool> Spans = new("--spans")
    {
        Description = "Also give the languages inside each text, as half-open offsets into it.",
    };

    private static readonly Option<string> Unit = RowFilter.Unit();

    private static readonly Option<string?> Bundle = CommonOptions.Bundle();

    public static Command Create()
    {
        var command = new Command(
            "detect",
            $"Tells the language of every line of a JSON Lines file: {Languages.TaggedNames}, or "
            + $"{Languages.Undetermined} for any other and for nothing to read. "
            + $"{RowFilter.Help}Example: classifier detect passages.jsonl --spans --output languages.jsonl")
        {
            Input, Output, Top, Spans, Unit, Bundle,
        };
        command.SetAction(parsed => Runner.Run(() => RowFilter.Run(
            new LanguageAnswerer(
                CommonOptions.Load(parsed.GetValue(Bundle)),
                parsed.GetValue(Top),
                parsed.GetValue(Spans),
                RowFilter.UnitOf(parsed.GetValue(Unit)!)),
            parsed.GetValue(Input)!,
            parsed.GetValue(Output)!)));
        return command;
    }
}
