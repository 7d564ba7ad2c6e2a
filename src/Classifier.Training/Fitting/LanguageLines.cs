using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Training.LanguageText;
using Classifier.Training.Recipes;

namespace Classifier.Training.Fitting;

/// <summary>Training texts of the identifier for one script, as vectors with classes.</summary>
internal sealed record LanguageVectors(
    Script Script, IReadOnlyList<string> Classes, SparseVector[] Vectors, int[] ClassOf);

/// <summary>
/// Lines of text to vectors of the identifier: each line whole, short spans drawn from it, and hasty copies.
/// </summary>
internal sealed class LanguageLines
{
    public const string OtherClass = "other";

    /// <summary>Words that a vector is made of at most: what forty words do not tell, a hundred hardly do.</summary>
    private const int MaxWords = 40;
    private const uint SpanSeed = 71;
    private const int LongestSpan = 4;

    private readonly LanguageRecipe _recipe;
    private readonly Script _script;
    private readonly LanguageVariants _variants;
    private readonly List<string> _classes;
    private readonly Dictionary<string, int> _classOfFile;

    public LanguageLines(LanguageRecipe recipe, HastySpelling hasty, Script script)
    {
        _recipe = recipe;
        _script = script;
        _variants = new(recipe, hasty, script);
        var named = recipe.ClassesOf(script);
        _classes = [.. named.Keys, OtherClass];
        _classOfFile = named
            .SelectMany((c, i) =>
                c.Value.Append(Languages.IsTagged(c.Key) ? c.Key : "").Where(f => f.Length > 0).Select(f => (f, i)))
            .DistinctBy(p => p.f)
            .ToDictionary(p => p.f, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>Vectors of all sources whose text is in the script.</summary>
    public LanguageVectors Vectors(IReadOnlyList<LanguageSource> sources)
    {
        var vectors = sources.AsParallel().AsOrdered().Select(s => VectorsOf(Lines(s), _classes[ClassOf(s)])).ToList();
        return new(
            _script,
            _classes,
            [.. vectors.SelectMany(v => v)],
            [.. vectors.SelectMany((v, i) => Enumerable.Repeat(ClassOf(sources[i]), v.Count))]);
    }

    private int ClassOf(LanguageSource source) => _classOfFile.GetValueOrDefault(source.Name, _classes.Count - 1);

    private IEnumerable<string> Lines(LanguageSource source) =>
        _recipe.OtherLines > 0 && !_classOfFile.ContainsKey(source.Name)
            ? source.Lines().Take(_recipe.OtherLines)
            : source.Lines();

    private List<SparseVector> VectorsOf(IEnumerable<string> lines, string className)
    {
        var text = new NormalizedText();
        var features = new FeatureList();
        var vectors = new List<SparseVector>();
        foreach (var line in lines)
        {
            foreach (var variant in _variants.Of(line, className))
            {
                TextNormalizer.Normalize(variant, text);
                if (text.Scripts.Dominant == _script)
                {
                    Add(text, 0, Math.Min(text.Tokens.Length, MaxWords), features, vectors);
                    AddSpans(variant, text, ReferenceEquals(variant, line) ? _recipe.ShortSpans : 1, features, vectors);
                }
            }
        }

        return vectors;
    }

    /// <summary>Spans of one to four words from places that the line itself decides.</summary>
    private void AddSpans(string line, NormalizedText text, int count, FeatureList features, List<SparseVector> into)
    {
        var dice = new Dice(SpanSeed, line);
        for (var i = 0; i < Math.Min(count, _recipe.ShortSpans) && text.Tokens.Length > LongestSpan; i++)
        {
            var length = 1 + dice.Next(LongestSpan);
            var first = dice.Next(text.Tokens.Length - length + 1);
            Add(text, first, first + length, features, into);
        }
    }

    private void Add(NormalizedText text, int first, int end, FeatureList features, List<SparseVector> into)
    {
        LanguageFeatures.Extract(text, _script, _recipe.Features, first, end, features);
        if (features.Count > 0)
        {
            into.Add(SparseVector.From(features));
        }
    }
}
