using System.CommandLine;
using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Training.Files;
using Classifier.Training.Terminal;
using Spectre.Console;

namespace Classifier.Training.Commands;

/// <summary><c>classifier tag</c>: a document, printed with its tags for people to read.</summary>
internal static class TagCommand
{
    private const int MaxDocument = 1_000_000;

    private static readonly Argument<string?> Text = new("text")
    {
        Description = "The text itself; left out when --file is given; - for standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> File = new("--file", "-f")
    {
        Description = "Read the text from a UTF-8 file; - for standard input.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Date = new("--date", "-d")
    {
        Description = $"When the text appeared, as {PassageDate.Forms}; some names change their meaning with it.",
        HelpName = "DATE",
    };

    private static readonly Option<string?> Bundle = CommonOptions.Bundle();

    public static Command Create()
    {
        var command = new Command(
            "tag",
            "Cuts a document into passages and prints each with its language, actors, stances and event types; the "
                + "words behind the tags are marked.\n\n"
                + "Example: classifier tag \"Turkse drones bestookten stellingen van de SDF.\" --date 2024-01-15")
        {
            Text, File, Date, Bundle,
        };
        command.SetAction(parsed => Runner.Run(() =>
            Tag(parsed.GetValue(Text), parsed.GetValue(File), parsed.GetValue(Date), parsed.GetValue(Bundle))));
        return command;
    }

    private static int Tag(string? text, string? file, string? date, string? bundle)
    {
        var document = Read(text, file);
        TextGuard.Check(document, MaxDocument, "text");
        var classifier = CommonOptions.Load(bundle);
        var tags = classifier.TagDocument(document, new(ParseDate(date), WithEvidence: true));
        new PassagePrinter(AnsiConsole.Console).Print(document, tags);
        return ExitCodes.Success;
    }

    private static string Read(string? text, string? file) => (text, file) switch
    {
        (null, null) => throw new ClassifierException(
            ErrorKind.InvalidArgument, "TEXT_MISSING",
            "There is nothing to tag: give a text, --file FILE, or - for standard input."),
        (not null, not null) => throw new ClassifierException(
            ErrorKind.InvalidArgument, "TEXT_TWICE", "Both a text and --file were given; give one."),
        ("-", _) or (_, "-") => ReadInput(),
        (null, _) => ReadAll(InputFile.Open(file!), $"'{file}'"),
        _ when System.IO.File.Exists(text) => throw new ClassifierException(
            ErrorKind.InvalidArgument, "TEXT_IS_FILE",
            $"'{text}' is a file; write --file '{text}' to tag what it holds."),
        _ => text,
    };

    /// <summary>UTF-8, whatever the locale says, as <c>score</c> reads it.</summary>
    private static string ReadInput() => ReadAll(Console.OpenStandardInput(), "Standard input");

    private static string ReadAll(Stream stream, string name)
    {
        using (stream)
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return DocumentText.Of(bytes.ToArray(), name);
        }
    }

    private static PassageDate? ParseDate(string? date)
    {
        if (date is null)
        {
            return null;
        }

        return PassageDate.TryParse(date, out var read)
            ? read
            : throw new ClassifierException(
                ErrorKind.InvalidArgument, Reasons.DateMalformed,
                $"--date is '{date}'; write it as {PassageDate.Forms}.");
    }
}
