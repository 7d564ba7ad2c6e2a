using Classifier.Core.Language;
using Classifier.Training.Corpus;

namespace Classifier.Training.Comparison;

/// <summary>A contestant of its own for each language, trained on that language's rows only.</summary>
internal sealed class PerLanguageContestant(string name, Func<IContestant> make) : IContestant
{
    public string Name => name;

    public Func<IReadOnlyList<CorpusRow>, IReadOnlyList<Verdict>> Learn(IReadOnlyList<CorpusRow> corpus)
    {
        var judges = Languages.Tagged.Select(l => l.Tag)
            .Where(tag => corpus.Any(r => r.Lang == tag))
            .ToDictionary(
                tag => tag, tag => make().Learn([.. corpus.Where(r => r.Lang == tag)]), StringComparer.Ordinal);
        return rows =>
        {
            var verdicts = new Verdict[rows.Count];
            foreach (var group in Enumerable.Range(0, rows.Count).GroupBy(i => rows[i].Lang, StringComparer.Ordinal))
            {
                int[] places = [.. group];
                var given = judges[group.Key]([.. places.Select(i => rows[i])]);
                for (var i = 0; i < places.Length; i++)
                {
                    verdicts[places[i]] = given[i];
                }
            }

            return verdicts;
        };
    }
}
