using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Training.Terminal;
using Spectre.Console;

namespace Classifier.Training.Tests.Terminal;

/// <summary>A document with its tags, as people see it.</summary>
public sealed class PassagePrinterTests
{
    private const string Text = "🔥 De [SDF] nam\nRaqqa in. https://example.org/a[b]";

    private static readonly DocumentTags Tags = new(
        [
            new(new(new(0, 25), false), new(
                Guess("nl", 0.994f),
                [
                    new ActorTag("sdf", 0.969f, new("neutral", 0.8f))
                    {
                        Evidence = [new(new(7, 10), 1), new(new(12, 21), 1)]
                    },
                    new ActorTag("turkey", 0.5f, new("against", 0.6f)),
                ],
                [new EventTag("territorial_change", 0.88f) { Evidence = [new(new(12, 15), 1), new(new(16, 24), 1)] }],
                UntaggedReason.None)),
            new(new(new(3, 10), true), new(Guess("und", 1), [], [], UntaggedReason.LanguageNotSupported)),
        ],
        [new(new(26, Text.Length), AsideKind.Link)]);

    [Fact]
    public void Without_colours_marks_and_tags_are_plain_text() => Assert.Equal(
        [
            "nl 0.99 [0,25)",
            "🔥 De [‹SDF›] ‹nam",
            "Raqqa in›.",
            "  sdf 0.97 neutral 0.80 SDF · nam Raqqa",
            "  turkey 0.50 against 0.60",
            "  territorial_change 0.88 nam · Raqqa in",
            "",
            "und 1.00 [3,10) quote",
            "De [SDF",
            "  no tags: not in one of the languages en, nl, kmr, ckb, or too short to tell",
            "",
            "link [26,50): https://example.org/a[b]",
        ],
        Print(AnsiSupport.No).Split('\n').SkipLast(1).Select(l => l.TrimEnd()));

    [Fact]
    public void With_colours_words_are_underlined_and_have_no_signs_around_them()
    {
        var output = Print(AnsiSupport.Yes);
        Assert.Contains('\e', output);
        Assert.DoesNotContain('‹', output);
    }

    private static LanguageGuess Guess(string tag, float score) => new(tag, score, true, Script.Latin, []);

    private static string Print(AnsiSupport ansi)
    {
        var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi,
            ColorSystem = ColorSystemSupport.Standard,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 200;
        new PassagePrinter(console).Print(Text, Tags);
        return output.ToString().ReplaceLineEndings("\n");
    }
}
