using Classifier.Core.Features;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>A run of one language inside a text, in UTF-16 units.</summary>
public readonly record struct LanguageSpan(TextSpan Span, string Tag);

/// <summary>
/// Languages inside one text, to the word: the evidence of every token, and the cheapest path through it. Names,
/// hashtags, numbers and links stay with their surroundings. The time is linear in the length of the text.
/// </summary>
internal static class LanguageSpanFinder
{
    private static readonly string[] Tags = [Languages.Undetermined, .. Languages.Tagged.Select(l => l.Tag)];

    public static IReadOnlyList<LanguageSpan> Find(string text, LanguageIdentifier identifier, FeatureScratch scratch)
    {
        TextNormalizer.Normalize(text, scratch.Text);
        return Join(scratch.Text, Path(identifier, scratch));
    }

    /// <summary>The tag of every token of the text that the scratch holds, as places in <see cref="TagAt"/>.</summary>
    public static byte[] Path(LanguageIdentifier identifier, FeatureScratch scratch)
    {
        var evidence = new LanguageEvidence(scratch, identifier, Tags);
        return CheapestPath.Find(scratch.Text.Tokens, evidence.Costs(), Tags.Length);
    }

    public static string TagAt(int place) => Tags[place];

    private static List<LanguageSpan> Join(NormalizedText text, byte[] path)
    {
        var spans = new List<LanguageSpan>();
        for (var t = 0; t < path.Length;)
        {
            var end = t;
            while (end < path.Length && path[end] == path[t])
            {
                end++;
            }

            spans.Add(new(new(text.Tokens[t].Start, text.Tokens[end - 1].End), TagAt(path[t])));
            t = end;
        }

        return spans;
    }
}
