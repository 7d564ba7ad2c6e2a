using Classifier.Core.Text;

namespace Classifier.Training.Corpus;

/// <summary>Where a row's cues stand among the words of its text.</summary>
internal static class CueWords
{
    /// <summary>For each event type whose cues the text has, the places of their tokens, ascending.</summary>
    /// <param name="row">The passage.</param>
    /// <param name="text">Its text, normalised.</param>
    public static IReadOnlyList<(string Label, int[] Tokens)> Of(CorpusRow row, NormalizedText text) =>
    [
        .. row.Cues
            .Select(c => (c.Key, Tokens: c.Value.SelectMany(cue => Of(row.Text, cue, text)).Distinct()))
            .Select(c => (c.Key, Tokens: c.Tokens.Order().ToArray()))
            .Where(c => c.Tokens.Length > 0),
    ];

    /// <summary>The tokens of a cue, wherever the text has it and no word is cut; none if it hasn't.</summary>
    public static IReadOnlyList<int> Of(string passage, string cue, NormalizedText text)
    {
        var found = new List<int>();
        for (var at = IndexOf(passage, cue, 0); at >= 0; at = IndexOf(passage, cue, at + 1))
        {
            var tokens = Within(new(at, at + cue.Length), text);
            if (tokens.All(t => text.Tokens[t].Start >= at && text.Tokens[t].End <= at + cue.Length))
            {
                found.AddRange(tokens);
            }
        }

        return found;
    }

    /// <summary>The tokens that have a part in a range of the original text.</summary>
    public static int[] Within(TextSpan span, NormalizedText text)
    {
        var tokens = new List<int>();
        for (var token = 0; token < text.Tokens.Length; token++)
        {
            if (text.Tokens[token].Start < span.End && text.Tokens[token].End > span.Start)
            {
                tokens.Add(token);
            }
        }

        return [.. tokens];
    }

    private static int IndexOf(string passage, string cue, int from) =>
        cue.Length == 0 ? -1 : passage.IndexOf(cue, from, StringComparison.Ordinal);
}
