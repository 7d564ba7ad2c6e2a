using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Lexicon;

/// <summary>Small lexicons and what they find.</summary>
internal static class Found
{
    /// <summary>A lexicon of rows as they stand in a file.</summary>
    public static ConceptLexicon Lexicon(params string[] rows) =>
        new([.. rows.Select(row => LexiconReader.Parse(row.Replace(' ', '\t').Replace('+', ' '), "test:1"))]);

    public static IReadOnlyList<ConceptHit> Hits(
        ConceptLexicon lexicon, string text, string language = Languages.English, PassageDate? date = null)
    {
        var normalized = new NormalizedText();
        TextNormalizer.Normalize(text, normalized);
        var matches = new ConceptMatches();
        lexicon.Match(text, normalized, Languages.IndexOf(language), date, matches);
        return [.. matches.Hits];
    }

    /// <summary>Concepts in order, each with the words it was found in.</summary>
    public static string[] In(
        ConceptLexicon lexicon, string text, string language = Languages.English, PassageDate? date = null)
    {
        var normalized = new NormalizedText();
        TextNormalizer.Normalize(text, normalized);
        return [.. Hits(lexicon, text, language, date).Select(hit =>
            lexicon.ConceptNames[hit.Concept] + "="
            + text[normalized.Tokens[hit.First].Start..normalized.Tokens[hit.Last].End])];
    }
}
