using System.IO.Compression;
using Classifier.Core;
using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Text;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>Training texts of the identifier for one script, as vectors with classes.</summary>
internal sealed record LanguageVectors(
    Script Script, IReadOnlyList<string> Classes, IReadOnlyList<SparseVector> Vectors, IReadOnlyList<int> ClassOf);

/// <summary>Reads a folder of <c>*.txt.gz</c>, one language a file, one sentence a line.</summary>
internal static class LanguageLines
{
    public const string OtherClass = "other";

    private const uint SpanSeed = 71;

    /// <summary>Fingerprint of the folder's text files.</summary>
    public static DataStamp Stamp(string folder)
    {
        var files = Files(folder);
        var lines = files.Sum(f => Read(f).Count());
        return new(lines, WeightHash.Combine(files.Select(f => Path.GetFileName(f) + ":" + WeightHash.OfFile(f))));
    }

    /// <summary>Vectors of all files whose text is in the script, each line once and as short spans.</summary>
    public static LanguageVectors Vectors(string folder, Script script, LanguageRecipe recipe)
    {
        var classFiles = script == Script.Arabic ? recipe.Arabic : recipe.Latin;
        var classes = classFiles.Keys.Append(OtherClass).ToList();
        var classOfFile = classFiles.SelectMany((c, i) => c.Value.Select(f => (f, i)))
            .ToDictionary(p => p.f, p => p.i, StringComparer.Ordinal);
        CheckFiles(folder, classOfFile.Keys);
        var names = Files(folder).Select(f => Path.GetFileName(f).Split('.')[0]).ToList();
        var perFile = Files(folder).AsParallel().AsOrdered()
            .Select((f, i) => VectorsOf(f, classOfFile.ContainsKey(names[i]) ? 0 : recipe.OtherLines, script, recipe))
            .ToList();
        return new(
            script,
            classes,
            [.. perFile.SelectMany(v => v)],
            [.. perFile.SelectMany((v, i) => Enumerable.Repeat(classOfFile.GetValueOrDefault(names[i], classes.Count - 1), v.Count))]);
    }

    private static List<SparseVector> VectorsOf(string file, int most, Script script, LanguageRecipe recipe)
    {
        var text = new NormalizedText();
        var features = new FeatureList();
        var vectors = new List<SparseVector>();
        foreach (var line in Read(file).Take(most > 0 ? most : int.MaxValue))
        {
            TextNormalizer.Normalize(line, text);
            if (text.Scripts.Dominant != script)
            {
                continue;
            }

            Add(text, script, recipe.Features, 0, text.Tokens.Length, features, vectors);
            for (uint i = 0; i < recipe.ShortSpans && text.Tokens.Length > 4; i++)
            {
                var (first, length) = ShortSpan(line, i, text.Tokens.Length);
                Add(text, script, recipe.Features, first, first + length, features, vectors);
            }
        }

        return vectors;
    }

    private static void Add(
        NormalizedText text, Script script, LanguageSpec spec, int first, int end, FeatureList features, List<SparseVector> into)
    {
        LanguageFeatures.Extract(text, script, spec, first, end, features);
        if (features.Count > 0)
        {
            into.Add(SparseVector.From(features));
        }
    }

    /// <summary>One to four words from a place that the line itself decides, so that no random state is carried.</summary>
    private static (int First, int Length) ShortSpan(string line, uint round, int tokens)
    {
        var hash = FeatureHash.Of(SpanSeed + round, line);
        var length = 1 + (int)(hash % 4);
        return ((int)((hash >> 8) % (uint)(tokens - length + 1)), length);
    }

    private static void CheckFiles(string folder, IEnumerable<string> names)
    {
        var missing = names.Where(n => !File.Exists(Path.Combine(folder, n + ".txt.gz"))).ToList();
        if (missing.Count > 0)
        {
            throw new ClassifierException(
                ErrorKind.NotFound, "CORPUS_MISSING", $"The recipe names languages that {folder} lacks: {string.Join(", ", missing)}.");
        }
    }

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt.gz").Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
