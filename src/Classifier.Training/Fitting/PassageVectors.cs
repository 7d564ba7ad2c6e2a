using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Training.Corpus;

namespace Classifier.Training.Fitting;

/// <summary>Corpus rows to vectors, with the extractor that serving uses.</summary>
internal static class PassageVectors
{
    /// <summary>Each row as a whole and word by word.</summary>
    public static PassageSet OfPassages(IReadOnlyList<CorpusRow> rows, FeatureExtractor extractor)
    {
        var vectors = new SparseVector[rows.Count];
        var tokens = new (string Word, TokenKind Kind)[rows.Count][];
        var cues = new IReadOnlyList<(string Label, int[] Tokens)>[rows.Count];
        Parallel.For(0, rows.Count, () => new FeatureScratch(), (i, _, scratch) =>
        {
            extractor.Extract(rows[i].Text, Languages.IndexOf(rows[i].Lang), rows[i].When, scratch);
            vectors[i] = SparseVector.From(scratch.Passage);
            tokens[i] = [.. Enumerable.Range(0, scratch.Text.Tokens.Length)
                .Select(t => (scratch.Text.Plain[t].ToString(), scratch.Text.Tokens[t].Kind))];
            cues[i] = CueWords.Of(rows[i], scratch.Text);
            return scratch;
        }, _ => { });
        var (words, wordVectors) = Words(rows, tokens, extractor);
        return new(vectors, words, wordVectors, [.. cues.Zip(words, InWords)]);
    }

    private static IReadOnlyList<(string Label, int[] Words)> InWords(
        IReadOnlyList<(string Label, int[] Tokens)> cues, int[] words) =>
        [.. cues.Select(c => (c.Label, c.Tokens.Select(t => words[t]).Distinct().ToArray()))];

    /// <summary>For each row its words as places, and the vectors of those.</summary>
    private static (int[][] Words, SparseVector[] Vectors) Words(
        IReadOnlyList<CorpusRow> rows, (string Word, TokenKind Kind)[][] tokens, FeatureExtractor extractor)
    {
        var places = new Dictionary<(int, string, TokenKind), int>();
        var first = new List<(int Row, int Token)>();
        var words = new int[rows.Count][];
        for (var row = 0; row < words.Length; row++)
        {
            var language = Languages.IndexOf(rows[row].Lang);
            words[row] = new int[tokens[row].Length];
            for (var token = 0; token < words[row].Length; token++)
            {
                if (places.TryAdd((language, tokens[row][token].Word, tokens[row][token].Kind), first.Count))
                {
                    first.Add((row, token));
                }

                words[row][token] = places[(language, tokens[row][token].Word, tokens[row][token].Kind)];
            }
        }

        return (words, OfWords(rows, first, extractor));
    }

    /// <summary>The words at the places given.</summary>
    private static SparseVector[] OfWords(
        IReadOnlyList<CorpusRow> rows, List<(int Row, int Token)> places, FeatureExtractor extractor)
    {
        var vectors = new SparseVector[places.Count];
        Parallel.For(0, places.Count, () => new FeatureScratch(), (i, _, scratch) =>
        {
            var row = rows[places[i].Row];
            TextNormalizer.Normalize(row.Text, scratch.Text);
            extractor.ExtractWord(scratch, places[i].Token, Languages.IndexOf(row.Lang));
            vectors[i] = SparseVector.From(scratch.Passage);
            return scratch;
        }, _ => { });
        return vectors;
    }

    /// <summary>
    /// One vector for each pair of a row and an actor that it carries, in order, with the stance's index.
    /// </summary>
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
