using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Training.Corpus;

namespace Classifier.Training.Fitting;

/// <summary>Corpus rows to vectors, with the extractor that serving uses.</summary>
internal static class PassageVectors
{
    /// <summary>One vector for each row.</summary>
    public static SparseVector[] OfPassages(IReadOnlyList<CorpusRow> rows, FeatureExtractor extractor)
    {
        var vectors = new SparseVector[rows.Count];
        Parallel.For(0, rows.Count, () => new FeatureScratch(), (i, _, scratch) =>
        {
            extractor.Extract(rows[i].Text, Languages.IndexOf(rows[i].Lang), rows[i].When, scratch);
            vectors[i] = SparseVector.From(scratch.Passage);
            return scratch;
        }, _ => { });
        return vectors;
    }

    /// <summary>One vector for each pair of a row and an actor that it carries, in order, with the stance's index.</summary>
    public static (SparseVector[] Vectors, int[] Stances) OfStances(
        IReadOnlyList<CorpusRow> rows,
        FeatureExtractor extractor,
        StanceFeatures stances,
        IReadOnlyList<string> actors,
        IReadOnlyList<string> labels)
    {
        var scratch = new FeatureScratch();
        var vectors = new List<SparseVector>();
        var classes = new List<int>();
        foreach (var row in rows.Where(r => r.Actors.Count > 0))
        {
            extractor.Extract(row.Text, Languages.IndexOf(row.Lang), row.When, scratch);
            foreach (var actor in row.Actors)
            {
                stances.Extract(scratch, IndexOf(actors, actor));
                vectors.Add(SparseVector.From(scratch.Stance));
                classes.Add(IndexOf(labels, row.Stance[actor]));
            }
        }

        return ([.. vectors], [.. classes]);
    }

    private static int IndexOf(IReadOnlyList<string> labels, string label)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i] == label)
            {
                return i;
            }
        }

        throw new ArgumentException($"Label '{label}' is not one of {string.Join(", ", labels)}.", nameof(label));
    }
}
