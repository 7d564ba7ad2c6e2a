using Classifier.Core.Lexicon;

namespace Classifier.Core.Features;

/// <summary>
/// Concepts as one actor sees them: its own mentions are TARGET, those of others OTHER, so that "X praises TARGET" is
/// one key whoever the target is.
/// </summary>
internal sealed class StanceKeys
{
    public const uint Edge = 6;

    private const uint Other = 1;
    private const uint LoadedTarget = 2;
    private const uint LoadedOther = 3;
    private const uint HonorTarget = 4;
    private const uint HonorOther = 5;

    private readonly uint[] _ids;
    private readonly int[] _mentions;
    private readonly int[] _loaded;
    private readonly int[] _honors;
    private readonly bool[] _coloured;
    private readonly bool[] _reporting;

    public StanceKeys(ConceptLexicon lexicon, IReadOnlyList<string> actors)
    {
        var names = lexicon.ConceptNames;
        _ids = [.. names.Select(n => FeatureHash.Of(Blocks.StanceConcept, n))];
        _mentions = [.. names.Select(n => IndexOf(actors, a => Concepts.Mentions(n, a)))];
        _loaded = [.. names.Select(n => IndexOf(actors, a => n == Concepts.Loaded + a))];
        _honors = [.. names.Select(n => IndexOf(actors, a => n == Concepts.Honor + a))];
        _coloured = [.. names.Select(IsColouring)];
        _reporting = [.. names.Select(n => n == Concepts.Reporting)];
    }

    public int Count => _ids.Length;

    /// <summary>Whether a hit of the concept is a mention of the actor.</summary>
    public bool IsTarget(int concept, int actor) => _mentions[concept] == actor;

    /// <summary>Whether the concept takes sides: praise, blame, loaded and honouring names, calls.</summary>
    public bool IsColoured(int concept) => _coloured[concept];

    public bool IsReporting(int concept) => _reporting[concept];

    public uint Of(int concept, int actor)
    {
        if (_loaded[concept] >= 0)
        {
            return _loaded[concept] == actor ? LoadedTarget : LoadedOther;
        }

        if (_honors[concept] >= 0)
        {
            return _honors[concept] == actor ? HonorTarget : HonorOther;
        }

        return _mentions[concept] >= 0 && _mentions[concept] != actor ? Other : _ids[concept];
    }

    private static bool IsColouring(string concept) =>
        concept.StartsWith("polarity.", StringComparison.Ordinal)
        || concept.StartsWith(Concepts.Loaded, StringComparison.Ordinal)
        || concept.StartsWith(Concepts.Honor, StringComparison.Ordinal)
        || concept.StartsWith("voice.", StringComparison.Ordinal);

    private static int IndexOf(IReadOnlyList<string> actors, Func<string, bool> matches)
    {
        for (var i = 0; i < actors.Count; i++)
        {
            if (matches(actors[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
