using Classifier.Core;
using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>Training texts of the identifier for one script, as vectors with classes.</summary>
internal sealed record LanguageVectors(
    Script Script, IReadOnlyList<string> Classes, IReadOnlyList<SparseVector> Vectors, IReadOnlyList<int> ClassOf);

/// <summary>Lines of text to vectors of the identifier: each line whole, and short spans drawn from it.</summary>
internal sealed class LanguageLines
{
    public const string OtherClass = "other";

    private const uint SpanSeed = 71;

    private readonly LanguageRecipe _recipe;
    private readonly Script _script;
    private readonly List<string> _classes;
    private readonly Dictionary<string, int> _classOfFile;

    public LanguageLines(LanguageRecipe recipe, Script script)
    {
        _recipe = recipe;
        _script = script;
        var named = script == Script.Arabic ? recipe.Arabic : recipe.Latin;
        _classes = [.. named.Keys, OtherClass];
        _classOfFile = named
            .SelectMany((c, i) => c.Value.Append(Languages.IsTagged(c.Key) ? c.Key : "").Where(f => f.Length > 0).Select(f => (f, i)))
            .DistinctBy(p => p.f)
            .ToDictionary(p => p.f, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>Vectors of all sources whose text is in the script.</summary>
    public LanguageVectors Vectors(IReadOnlyList<LanguageSource> sources)
    {
        CheckSources(sources);
        var vectors = sources.AsParallel().AsOrdered().Select(s => VectorsOf(Lines(s))).ToList();
        return new(
            _script,
            _classes,
            [.. vectors.SelectMany(v => v)],
            [.. vectors.SelectMany((v, i) => Enumerable.Repeat(ClassOf(sources[i]), v.Count))]);
    }

    private int ClassOf(LanguageSource source) => _classOfFile.GetValueOrDefault(source.Name, _classes.Count - 1);

    private IEnumerable<string> Lines(LanguageSource source) =>
        _recipe.OtherLines > 0 && !_classOfFile.ContainsKey(source.Name) ? source.Lines().Take(_recipe.OtherLines) : source.Lines();

    private List<SparseVector> VectorsOf(IEnumerable<string> lines)
    {
        var text = new NormalizedText();
        var features = new FeatureList();
        var vectors = new List<SparseVector>();
        foreach (var line in lines)
        {
            TextNormalizer.Normalize(line, text);
            if (text.Scripts.Dominant != _script)
            {
                continue;
            }

            Add(text, 0, text.Tokens.Length, features, vectors);
            for (uint i = 0; i < _recipe.ShortSpans && text.Tokens.Length > 4; i++)
            {
                var (first, length) = ShortSpan(line, i, text.Tokens.Length);
                Add(text, first, first + length, features, vectors);
            }
        }

        return vectors;
    }

    private void Add(NormalizedText text, int first, int end, FeatureList features, List<SparseVector> into)
    {
        LanguageFeatures.Extract(text, _script, _recipe.Features, first, end, features);
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

    private void CheckSources(IReadOnlyList<LanguageSource> sources)
    {
        var missing = _classOfFile.Keys.Where(n => !Languages.IsTagged(n)).Except(sources.Select(s => s.Name)).ToList();
        if (missing.Count > 0)
        {
            throw new ClassifierException(
                ErrorKind.NotFound, "CORPUS_MISSING", $"The recipe names languages that the text lacks: {string.Join(", ", missing)}.");
        }
    }
}
