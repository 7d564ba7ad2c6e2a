using System.Globalization;
using System.Text;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Text;
using Spectre.Console;

namespace Classifier.Training.Terminal;

/// <summary>
/// Prints a tagged document for people: the language's colour on each passage, the words behind the tags marked, the
/// tags below. Where colours are off, marked words stand in ‹ ›.
/// </summary>
internal sealed class PassagePrinter(IAnsiConsole console)
{
    /// <summary>A file or a pipe gets a passage in the lines that it has, however long they are.</summary>
    private const int UnwrappedWidth = 1 << 20;

    /// <summary>For a language or stance that has no colour here.</summary>
    private const string OtherColour = "white";

    private static readonly Dictionary<string, string> LanguageColours = new(StringComparer.Ordinal)
    {
        [Languages.Dutch] = "orange1",
        [Languages.English] = "deepskyblue1",
        [Languages.Kurmanji] = "green",
        [Languages.Sorani] = "yellow",
        [Languages.Undetermined] = "grey",
    };

    private static readonly Dictionary<string, string> StanceColours = new(StringComparer.Ordinal)
    {
        ["favor"] = "green",
        ["against"] = "red",
        ["neutral"] = "grey",
    };

    private readonly bool _colours =
        console.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors };

    public void Print(string document, DocumentTags tags)
    {
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = UnwrappedWidth;
        }

        foreach (var passage in tags.Passages)
        {
            PrintPassage(document, passage);
        }

        foreach (var aside in tags.Asides.Where(a => a.Kind != AsideKind.Mark))
        {
            console.MarkupLine($"[grey]{aside.Kind.ToString().ToLowerInvariant()} {Place(aside.Span)}: {Markup.Escape(aside.Span.Of(document).ToString())}[/]");
        }
    }

    private void PrintPassage(string document, DocumentPassage passage)
    {
        var (span, tags) = (passage.Passage.Span, passage.Tags);
        var colour = LanguageColours.GetValueOrDefault(tags.Language.Tag, OtherColour);
        var quote = passage.Passage.IsQuote ? " quote" : "";
        console.MarkupLine(
            $"[bold {colour}]{tags.Language.Tag}[/] [grey]{Show(tags.Language.Score)} {Place(span)}{quote}[/]");
        console.MarkupLine(Marked(document, span, Evidence(tags), colour));
        foreach (var actor in tags.Actors)
        {
            var stance = actor.Stance;
            console.MarkupLine($"  [bold]{actor.Label}[/] {Show(actor.Score)} [{StanceColours.GetValueOrDefault(stance.Label, OtherColour)}]{stance.Label}[/] {Show(stance.Score)} [grey]{Words(document, actor.Evidence)}[/]");
        }

        foreach (var found in tags.Events)
        {
            console.MarkupLine(
                $"  [italic]{found.Label}[/] {Show(found.Score)} [grey]{Words(document, found.Evidence)}[/]");
        }

        if (tags.Untagged == UntaggedReason.LanguageNotSupported)
        {
            var tagged = string.Join(", ", Languages.Tagged.Select(l => l.Tag));
            console.MarkupLine($"  [grey]no tags: not in one of the languages {tagged}, or too short to tell[/]");
        }

        console.WriteLine();
    }

    private string Marked(string document, TextSpan span, List<TextSpan> marks, string colour)
    {
        var text = new StringBuilder($"[{colour}]");
        var at = span.Start;
        foreach (var mark in marks.Where(m => m.Start >= at))
        {
            text.Append(Markup.Escape(document[at..mark.Start]));
            var words = Markup.Escape(document[mark.Start..mark.End]);
            text.Append(_colours ? $"[bold underline]{words}[/]" : $"‹{words}›");
            at = mark.End;
        }

        return text.Append(Markup.Escape(document[at..span.End])).Append("[/]").ToString();
    }

    /// <summary>All evidence of a passage, joined where it overlaps.</summary>
    private static List<TextSpan> Evidence(PassageTags tags)
    {
        var joined = new List<TextSpan>();
        var all = tags.Actors.SelectMany(a => a.Evidence).Concat(tags.Events.SelectMany(e => e.Evidence));
        foreach (var span in all.Select(e => e.Span).OrderBy(s => s.Start))
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End)
            {
                joined[^1] = joined[^1] with { End = Math.Max(joined[^1].End, span.End) };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    private static string Words(string document, IReadOnlyList<Evidence> evidence) =>
        Markup.Escape(string.Join(" · ", evidence.Select(e => e.Span.Of(document).ToString().ReplaceLineEndings(" "))));

    private static string Place(TextSpan span) => Markup.Escape(span.ToString());

    private static string Show(float score) => score.ToString("0.00", CultureInfo.InvariantCulture);
}
