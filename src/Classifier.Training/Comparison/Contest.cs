using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Terminal;

namespace Classifier.Training.Comparison;

/// <summary>
/// Trains contestants on one corpus and judges all on the same rows; the first is the one they are held against.
/// </summary>
internal sealed class Contest(TaxonomyCatalog taxonomy, IReadOnlyList<CorpusRow> corpus, IProgressSink progress)
{
    private readonly List<(ContestData Data, IReadOnlyList<CorpusRow> Rows)> _data = [];

    /// <summary>Adds rows to judge on.</summary>
    public void JudgeOn(string name, IReadOnlyList<CorpusRow> rows) =>
        _data.Add((new(name, CorpusStamp.Of(rows)), rows));

    /// <returns>Markdown, a table for each data set.</returns>
    public string Run(IReadOnlyList<IContestant> contestants)
    {
        using var step = progress.Begin("compare", contestants.Count);
        var results = _data.Select(_ => new List<(string Name, ContestScores Scores)>()).ToList();
        foreach (var contestant in contestants)
        {
            var judge = contestant.Learn(corpus);
            for (var i = 0; i < _data.Count; i++)
            {
                results[i].Add((contestant.Name, new(_data[i].Rows, judge(_data[i].Rows), taxonomy)));
            }

            step.Advance();
        }

        return string.Concat(_data.Zip(results, (data, result) => ContestTable.Write(data.Data, result)));
    }
}
