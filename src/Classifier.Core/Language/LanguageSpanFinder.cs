using Classifier.Core.Features;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>A run of one language inside a text, in UTF-16 units.</summary>
public readonly record struct LanguageSpan(TextSpan Span, string Tag);

/// <summary>
/// Languages inside one text. Every token is judged by the words of its script in a window around it; the best path
/// over the windows' answers, with a price for every change of language, is what comes out (Viterbi). Names, hashtags
/// and links so stay with their surroundings.
/// </summary>
internal static class LanguageSpanFinder
{
    private const int Reach = 3;
    private const float ChangePrice = 5;
    private const float LeastProbability = 1e-4f;

    public static IReadOnlyList<LanguageSpan> Find(string text, LanguageIdentifier identifier, FeatureScratch scratch)
    {
        TextNormalizer.Normalize(text, scratch.Text);
        var tags = Languages.Tagged.Select(l => l.Tag).Prepend(Languages.Undetermined).ToArray();
        var tokens = scratch.Text.Tokens.Length;
        var costs = new float[tokens, tags.Length];
        for (var t = 0; t < tokens; t++)
        {
            Judge(identifier, scratch, t, tags, costs);
        }

        return Join(scratch.Text, BestPath(costs, tokens, tags.Length), tags);
    }

    private static void Judge(
        LanguageIdentifier identifier, FeatureScratch scratch, int token, string[] tags, float[,] costs)
    {
        var first = Math.Max(0, token - Reach);
        var end = Math.Min(scratch.Text.Tokens.Length, token + Reach + 1);
        var script = scratch.Text.ScriptsOf(token, token + 1).Dominant;
        var letters = scratch.Text.ScriptsOf(first, end).Only(script);
        var guess = identifier.Identify(scratch.Text, letters, first, end, scratch.Passage);
        var blind = script == Script.None || (guess.Top.Count == 1 && script != Script.Other);
        for (var i = 0; i < tags.Length; i++)
        {
            var score = blind ? 1 : guess.Top.FirstOrDefault(s => s.Tag == tags[i]).Score;
            costs[token, i] = -MathF.Log(Math.Max(score, LeastProbability));
        }
    }

    private static int[] BestPath(float[,] costs, int tokens, int tags)
    {
        var total = new float[tags];
        var from = new int[tokens, tags];
        for (var t = 0; t < tokens; t++)
        {
            var best = Array.IndexOf(total, total.Min());
            var next = new float[tags];
            for (var i = 0; i < tags; i++)
            {
                var stays = total[i] <= total[best] + ChangePrice;
                from[t, i] = stays ? i : best;
                next[i] = (stays ? total[i] : total[best] + ChangePrice) + costs[t, i];
            }

            total = next;
        }

        var path = new int[tokens];
        var at = Array.IndexOf(total, total.Min());
        for (var t = tokens - 1; t >= 0; t--)
        {
            path[t] = at;
            at = from[t, at];
        }

        return path;
    }

    private static List<LanguageSpan> Join(NormalizedText text, int[] path, string[] tags)
    {
        var spans = new List<LanguageSpan>();
        for (var t = 0; t < path.Length;)
        {
            var end = t;
            while (end < path.Length && path[end] == path[t])
            {
                end++;
            }

            spans.Add(new(new(text.Tokens[t].Start, text.Tokens[end - 1].End), tags[path[t]]));
            t = end;
        }

        return spans;
    }
}
