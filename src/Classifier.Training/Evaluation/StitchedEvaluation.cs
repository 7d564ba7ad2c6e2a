using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Training.Terminal;

namespace Classifier.Training.Evaluation;

/// <summary>Letters, and how many of them were given the right language.</summary>
internal readonly record struct LetterCount(int Letters, int Right)
{
    /// <summary>The right part, 0 to 1; 0 where there is no letter.</summary>
    public double Share => Letters == 0 ? 0 : (double)Right / Letters;

    public static LetterCount operator +(LetterCount a, LetterCount b) => new(a.Letters + b.Letters, a.Right + b.Right);
}

/// <summary>
/// The span finder on paragraphs stitched from lines of different languages. Letters alone are counted: spaces,
/// punctuation, digits and emoji belong to no language, and would only raise the share. A letter outside every span is
/// wrong.
/// </summary>
internal sealed class StitchedEvaluation
{
    /// <param name="paragraphs">The paragraphs.</param>
    /// <param name="found">What the span finder gave for each, in the order of the text.</param>
    public StitchedEvaluation(
        IReadOnlyList<StitchedParagraph> paragraphs, IReadOnlyList<IReadOnlyList<LanguageSpan>> found)
    {
        Paragraphs = paragraphs.Count;
        var lines =
            paragraphs.Zip(found).SelectMany(p => Count(p.First, p.Second)).ToLookup(l => l.Language, l => l.Letters);
        ByLanguage =
        [
            .. Languages.Tagged.Select(l => l.Tag).Append(Languages.Undetermined).Where(lines.Contains)
                .Select(l => (l, lines[l].Aggregate((a, b) => a + b))),
        ];
    }

    public int Paragraphs { get; }

    /// <summary>By the true language.</summary>
    public IReadOnlyList<(string Language, LetterCount Letters)> ByLanguage { get; }

    public LetterCount All => ByLanguage.Aggregate(default(LetterCount), (sum, l) => sum + l.Letters);

    public static StitchedEvaluation Run(
        PassageClassifier classifier, IReadOnlyList<StitchedParagraph> paragraphs, IProgressSink progress)
    {
        using var step = progress.Begin("stitched", paragraphs.Count);
        var found = new IReadOnlyList<LanguageSpan>[paragraphs.Count];
        Parallel.For(0, paragraphs.Count, i =>
        {
            found[i] = classifier.DetectSpans(paragraphs[i].Text);
            step.Advance();
        });
        return new(paragraphs, found);
    }

    public JsonObject ToJson() => new()
    {
        ["paragraphs"] = Paragraphs,
        ["seed"] = StitchedParagraph.Seed,
        [Slices.All] = ToJson(All),
        ["languages"] = new JsonObject(
            ByLanguage.Select(l => KeyValuePair.Create<string, JsonNode?>(l.Language, ToJson(l.Letters)))),
    };

    private static IEnumerable<(string Language, LetterCount Letters)> Count(
        StitchedParagraph paragraph, IReadOnlyList<LanguageSpan> found)
    {
        var at = 0;
        foreach (var (span, language) in paragraph.Lines)
        {
            var count = default(LetterCount);
            for (var i = span.Start; i < span.End; i++)
            {
                if (char.IsLetter(paragraph.Text, i))
                {
                    at = SkipTo(found, at, i);
                    count += new LetterCount(1, IsRight(found, at, i, language) ? 1 : 0);
                }
            }

            yield return (language, count);
        }
    }

    private static int SkipTo(IReadOnlyList<LanguageSpan> found, int at, int place)
    {
        while (at < found.Count && found[at].Span.End <= place)
        {
            at++;
        }

        return at;
    }

    private static bool IsRight(IReadOnlyList<LanguageSpan> found, int at, int place, string language) =>
        at < found.Count && found[at].Span.Start <= place && found[at].Tag == language;

    private static JsonObject ToJson(LetterCount letters) => new()
    {
        ["letters"] = letters.Letters,
        ["right"] = Math.Round(letters.Share, 4),
    };
}
