using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;
using Classifier.Training.Corpus;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>
/// Adds changed copies of training rows. Which rows are copied follows from their ids, so runs agree.
/// </summary>
internal sealed partial class Augmenter(AugmentSpec spec, IReadOnlyList<LexiconEntry> entries)
{
    private readonly ConceptLexicon _lexicon = new(entries);
    private readonly Dictionary<(string Concept, string Language), List<string>> _names = entries
        .Where(e => e.Concept.StartsWith(Concepts.Actor, StringComparison.Ordinal)
            && !e.Form.Contains('*', StringComparison.Ordinal))
        .GroupBy(e => (e.Concept, e.Language))
        .ToDictionary(g => g.Key, g => g.Select(e => e.Form).Distinct(StringComparer.Ordinal).ToList());

    /// <summary>The rows, and behind them the copies.</summary>
    public IReadOnlyList<CorpusRow> AddTo(IReadOnlyList<CorpusRow> rows)
    {
        var scratch = new FeatureScratch();
        var train = rows.Where(r => r.Split == Splits.Train).ToList();
        return
        [
            .. rows,
            .. Copies(train, 1, spec.FoldedDiacritics, r => WithoutDiacritics(r.Text)),
            .. Copies(train, 2, spec.DroppedHashtags, r => Hashtags().Replace(r.Text, "").Trim()),
            .. Copies(train, 3, spec.SwappedAliases, r => WithOtherName(r, scratch)),
        ];
    }

    private static IEnumerable<CorpusRow> Copies(
        List<CorpusRow> rows, uint seed, float share, Func<CorpusRow, string> change)
    {
        foreach (var row in rows.Where(r => FeatureHash.Of(seed, r.Id) % 1000 < share * 1000))
        {
            var text = change(row);
            if (text.Length > 0 && text != row.Text)
            {
                yield return row with { Text = text };
            }
        }
    }

    private static string WithoutDiacritics(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            var isMark = c < 0x370 && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
            bare.Append(isMark ? "" : c);
        }

        return bare.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Writes another name of the same actor over the first that has one, chosen by the row's id.</summary>
    private string WithOtherName(CorpusRow row, FeatureScratch scratch)
    {
        TextNormalizer.Normalize(row.Text, scratch.Text);
        _lexicon.Match(row.Text, scratch.Text, Languages.IndexOf(row.Lang), row.When, scratch.Concepts);
        foreach (var hit in scratch.Concepts.Hits.Where(h => !h.IsImplied))
        {
            if (_names.TryGetValue((_lexicon.ConceptNames[hit.Concept], row.Lang), out var names))
            {
                var (start, end) = (scratch.Text.Tokens[hit.First].Start, scratch.Text.Tokens[hit.Last].End);
                var name = names[(int)(FeatureHash.Of(4, row.Id) % (uint)names.Count)];
                return $"{row.Text[..start]}{name}{row.Text[end..]}";
            }
        }

        return row.Text;
    }

    [GeneratedRegex(@"\s*#\w+")]
    private static partial Regex Hashtags();
}
