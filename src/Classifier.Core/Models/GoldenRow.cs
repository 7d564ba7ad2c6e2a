using System.Text.Json;
using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Models;

/// <summary>A text with the scores that a bundle gave when it was written.</summary>
public sealed record GoldenRow
{
    public required string Text { get; init; }

    public PassageDate? Date { get; init; }

    /// <summary>Language tag that the identifier gave.</summary>
    public required string Language { get; init; }

    public required float LanguageScore { get; init; }

    /// <summary>Probabilities of all actors, then all event types; empty for <c>und</c>.</summary>
    public required IReadOnlyList<float> Scores { get; init; }

    /// <summary>For each actor, the likeliest stance and its probability; empty for <c>und</c>.</summary>
    public required IReadOnlyList<ScoredLabel> Stances { get; init; }

    /// <summary>Scores a text now.</summary>
    public static GoldenRow Take(PassageClassifier classifier, string text, PassageDate? date)
    {
        var guess = classifier.Detect(text);
        var language = Languages.IndexOf(guess.Tag);
        int[] actors = [.. Enumerable.Range(0, classifier.Bundle.Manifest.Actors.Labels.Count)];
        return new()
        {
            Text = text,
            Date = date,
            Language = guess.Tag,
            LanguageScore = guess.Score,
            Scores = language < 0 ? [] : classifier.Probabilities(text, language, date),
            Stances = language < 0 ? [] : classifier.StanceTowardEach(text, language, date, actors),
        };
    }
}

/// <summary>Checks that a loaded bundle still says what it said when it was written.</summary>
public static class GoldenCheck
{
    /// <summary>
    /// Largest difference of a probability that counts as equal; above what other processors' rounding makes.
    /// </summary>
    public const float Tolerance = 1e-3f;

    /// <exception cref="ClassifierException">
    /// The file is missing, empty, or a row disagrees; the message names the row.
    /// </exception>
    public static void Verify(PassageClassifier classifier, string folder)
    {
        var path = Path.Combine(folder, BundleFiles.Golden);
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            var row = Parse(line, path, number);
            if (Differs(row, GoldenRow.Take(classifier, row.Text, row.Date)))
            {
                throw ClassifierException.BadBundle(
                    $"{path} row {number}: the loaded models give other scores than when it was written.");
            }
        }

        if (number == 0)
        {
            throw ClassifierException.BadBundle($"{path} is empty.");
        }
    }

    private static IEnumerable<string> Lines(string path)
    {
        try
        {
            return File.ReadLines(path);
        }
        catch (Exception e) when (FileTrouble.IsMissing(e))
        {
            throw ClassifierException.BadBundle($"{path} is missing; a bundle does not serve without its golden rows.");
        }
    }

    private static GoldenRow Parse(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<GoldenRow>(line, CoreJson.Lines)
                ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new ClassifierException(
                ErrorKind.FailedPrecondition, "BUNDLE_INVALID", $"{path} row {number} is damaged.", e);
        }
    }

    private static bool Differs(GoldenRow expected, GoldenRow actual) =>
        expected.Language != actual.Language
        || Far(expected.LanguageScore, actual.LanguageScore)
        || expected.Scores.Count != actual.Scores.Count
        || expected.Scores.Zip(actual.Scores).Any(p => Far(p.First, p.Second))
        || expected.Stances.Count != actual.Stances.Count
        || expected.Stances.Zip(actual.Stances)
            .Any(p => p.First.Label != p.Second.Label || Far(p.First.Score, p.Second.Score));

    private static bool Far(float a, float b) => !(Math.Abs(a - b) <= Tolerance);
}
