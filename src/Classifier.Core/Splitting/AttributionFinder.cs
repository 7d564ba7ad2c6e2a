using System.Text.RegularExpressions;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Finds who wrote a post: <c>— Name (@handle) January 20, 2026</c>. Every repetition in the patterns is bounded, so a
/// hostile line costs linear time.
/// </summary>
internal static partial class AttributionFinder
{
    private const string Handle = @"@[\w.]{1,30}(?:@[\w.-]{1,40})?";

    private const string Time = @"\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\b\.?)?";

    /// <summary>
    /// January 20, 2026 · 20 januari 2026 · 20. Januar 2026 · 20ê Çileya 2026an · ٢٠ی کانوونی دووەم، ٢٠٢٦ · 20-1-2026.
    /// </summary>
    private const string Day =
        @"(?:\p{L}[\p{L}\p{M}]{2,11}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
        + @"|\d{1,2}(?:\.|['’]?\p{L}{1,2})?\s\p{L}[\p{L}\p{M}]{2,11}\.?(?:\s\p{L}[\p{L}\p{M}]{1,9})?[,،]?\s\d{4}"
        + @"(?:['’]?(?:an|ê)\b)?"
        + @"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
        + @"(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)";

    /// <summary>A day with the time of day before or behind it, and what leads up to it: on Tuesday, op dinsdag.</summary>
    private const string When =
        @"(?:" + Time + @"\s?·\s?)?"
        + @"(?:(?:on|op|am|li|di)\s)?(?:\p{L}[\p{L}\p{M}]{3,11}[,،]?\s(?=\p{L}{0,12}\.?\s?\d))?" + Day
        + @"(?:[\s,،·|]{1,3}(?:(?:om|at|saet)\s)?" + Time + @")?";

    /// <summary>20 jan, Jan 20, 20ی کانوونی دووەم, 3h: what stands alone on a line below a name.</summary>
    private const string ShortWhen =
        @"(?:\d{1,2}\s\p{L}{3,9}\.?|\p{L}{3,9}\.?\s\d{1,2}"
        + @"|\d{1,2}['’]?\p{L}{1,2}\s\p{L}{3,9}(?:\s\p{L}{2,9})?|\d{1,2}\s?(?:s|m|h|d|u|min|uur|hours?))";

    private const string Counted = "(?:views?|weergaven|replies|reacties|reposts?|quotes|likes|bookmarks)";

    /// <summary>12, 1.234, 12.5K, 12,5 mln., 12.5K Views.</summary>
    private const string Count = @"\d[\d.,]{0,8}\s?(?:[KM]|mln\.?|d\.)?(?:\s" + Counted + ")?";

    /// <summary>Adds the attributions of a line, in order.</summary>
    public static void Find(string text, TextSpan line, List<TextSpan> into)
    {
        for (var match = Signature().Match(text, line.Start, line.Length); match.Success; match = match.NextMatch())
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            if (match.Groups["when"].Success || (StandsFree(text, line, span) && IsOver(text, line, span)
                && PostNames.IsLikely(match.Groups["name"].ValueSpan)))
            {
                into.Add(SpanTrim.White(text, span));
            }
        }

        if (into.Count == 0 && WholeLine().Match(text, line.Start, line.Length) is { Success: true } whole)
        {
            into.Add(new(whole.Index, whole.Index + whole.Length));
        }
    }

    /// <summary>The line's last words sign a post.</summary>
    public static bool EndsWithOne(ReadOnlySpan<char> line) => SignedLine().IsMatch(line);

    /// <summary>A handle alone on its line, as a post copied from a page has it between name and day.</summary>
    public static bool IsHandle(ReadOnlySpan<char> line) => HandleLine().IsMatch(line);

    /// <summary>A handle with a day behind it on one line.</summary>
    public static bool IsHandleWithWhen(ReadOnlySpan<char> line) => HandleWhenLine().IsMatch(line);

    /// <summary>
    /// The time and day below a post on a page of its own, with how often it was seen: 3:45 PM · Jan 20, 2026.
    /// </summary>
    public static bool IsStamp(ReadOnlySpan<char> line) => StampLine().IsMatch(line);

    /// <summary>How often a post was seen, liked or passed on, alone on its line.</summary>
    public static bool IsCount(ReadOnlySpan<char> line) => CountLine().IsMatch(line);

    /// <summary>A day, or a point in the middle, alone on its line.</summary>
    public static bool IsWhen(ReadOnlySpan<char> line) => WhenLine().IsMatch(line);

    /// <summary>A hyphen that touches the word before it signs nothing unless a day follows.</summary>
    private static bool StandsFree(string text, TextSpan line, TextSpan span) =>
        text[span.Start] != '-' || span.Start == line.Start || char.IsWhiteSpace(text[span.Start - 1]);

    /// <summary>
    /// Without a day, a name and handle may stand inside a sentence; only a line's end or a link shows.
    /// </summary>
    private static bool IsOver(string text, TextSpan line, TextSpan span)
    {
        var rest = SpanTrim.White(text, new(span.End, line.End));
        return rest.IsEmpty || BareLinks.Length(text.AsSpan(0, line.End), rest.Start) > 0;
    }

    [GeneratedRegex(
        @"(?:[—–―]|&mdash;|-(?=\s)|(?<!\S)-)\s{0,3}(?<name>[^\n—–―()]{0,60})(?:\([^\n()—–―@]{1,20}\)\s{0,2})?"
            + @"\(\p{Cf}{0,2}" + Handle + @"\p{Cf}{0,2}\)(?<when>[\s·,|\p{Cf}]{0,5}" + When + ")?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Signature();

    /// <summary>A whole line: name, handle and day without a dash; or who a post came by.</summary>
    [GeneratedRegex(
        @"\A(?:[^\n()—–―.!?؟:@#]{1,50}\(?" + Handle + @"\)?[\s·,|]{1,5}(?:" + When + "|" + ShortWhen
            + @")\z|\(?(?:via|h/t)\s" + Handle + @"\)?(?=\s{0,9}\z|\s{1,9}(?:https?:|pic\.|t\.co)))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex WholeLine();

    [GeneratedRegex(@"\(" + Handle + @"\)(?:[\s·,|]{0,5}" + When + @")?\s{0,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SignedLine();

    [GeneratedRegex(@"\A" + Handle + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex HandleLine();

    [GeneratedRegex(
        @"\A" + Handle + @"[\s·,|]{1,5}(?:" + When + "|" + ShortWhen + @")\z", RegexOptions.CultureInvariant)]
    private static partial Regex HandleWhenLine();

    [GeneratedRegex(
        @"\A(?:(?:Last edited|Laatst bewerkt)\s(?:om\s)?)?" + Time + @"\s?·\s?" + Day
            + @"(?:\s?·\s?" + Count + @")?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StampLine();

    [GeneratedRegex(
        @"\A(?:·|" + Count + "|" + Counted + @")\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CountLine();

    [GeneratedRegex(@"\A(?:·\s?)?(?:·|" + When + "|" + ShortWhen + @")\z", RegexOptions.CultureInvariant)]
    private static partial Regex WhenLine();
}
