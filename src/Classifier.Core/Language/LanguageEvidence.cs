using Classifier.Core.Features;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>
/// What speaks against each tag at each token: the word itself, the word with its two neighbours, the sentence, and the
/// surroundings. The surroundings alone reach over the end of a sentence or a quotation mark, and neighbours over no
/// mark at all.
/// </summary>
internal sealed class LanguageEvidence(FeatureScratch scratch, LanguageIdentifier identifier, string[] tags)
{
    /// <summary>Tokens that are judged together at most; a sentence without end is cut.</summary>
    private const int MaxSentence = 64;

    /// <summary>Half of the surroundings, in tokens.</summary>
    private const int ContextStep = 16;

    /// <summary>A word says little, but it alone says on which side of a border it stands.</summary>
    private const float WordWeight = 0.3f;

    private const float WindowWeight = 0.7f;
    private const float SentenceWeight = 0.15f;
    private const float ContextWeight = 0.15f;
    private const float LeastProbability = 1e-3f;

    private static readonly Script[] Scripts = [Script.Latin, Script.Arabic, Script.Other];

    private readonly float[] _costs = new float[scratch.Text.Tokens.Length * tags.Length];
    private readonly Script[] _scripts = new Script[scratch.Text.Tokens.Length];
    private readonly float[] _answer = new float[tags.Length];

    /// <summary>In nats, token by token, one for each tag in order; all equal where nothing is known.</summary>
    public float[] Costs()
    {
        FindScripts();
        for (var first = 0; first < _scripts.Length;)
        {
            var end = EndOfSentence(first);
            AddShared(first, end, SentenceWeight);
            for (var t = first; t < end; t++)
            {
                AddOwn(t, first, end);
            }

            first = end;
        }

        // Every token stands in two of these: what a few words leave open, a few sentences tell.
        for (var first = -ContextStep; first < _scripts.Length; first += ContextStep)
        {
            AddShared(Math.Max(first, 0), Math.Min(first + (2 * ContextStep), _scripts.Length), ContextWeight / 2);
        }

        return _costs;
    }

    /// <summary>Hashtags belong to no language, unless there is nothing else.</summary>
    private void FindScripts()
    {
        var words = 0;
        for (var t = 0; t < _scripts.Length; t++)
        {
            _scripts[t] = scratch.Text.ScriptsOf(t, t + 1).Dominant;
            words += _scripts[t] != Script.None && !scratch.Text.Tokens[t].InHashtag ? 1 : 0;
        }

        for (var t = 0; t < _scripts.Length && words > 0; t++)
        {
            _scripts[t] = scratch.Text.Tokens[t].InHashtag ? Script.None : _scripts[t];
        }
    }

    private int EndOfSentence(int first)
    {
        var tokens = scratch.Text.Tokens;
        var end = first + 1;
        while (end < tokens.Length && end - first < MaxSentence
            && !tokens[end].BreakBefore && tokens[end].Quoted == tokens[end - 1].Quoted)
        {
            end++;
        }

        return end;
    }

    /// <summary>What a run as a whole tells, script by script, at each of its tokens.</summary>
    private void AddShared(int first, int end, float weight)
    {
        foreach (var script in Scripts)
        {
            if (_scripts.AsSpan(first, end - first).Contains(script) && Ask(first, end, script, weight))
            {
                for (var t = first; t < end; t++)
                {
                    Add(t, script);
                }
            }
        }
    }

    /// <summary>What a token and its neighbours in the sentence tell of it.</summary>
    private void AddOwn(int token, int first, int end)
    {
        var tokens = scratch.Text.Tokens;
        var script = _scripts[token];
        if (script != Script.None && Ask(token, token + 1, script, WordWeight))
        {
            Add(token, script);
        }

        var from = token > first && tokens[token].Follows(tokens[token - 1]) ? token - 1 : token;
        var to = token + 1 < end && tokens[token + 1].Follows(tokens[token]) ? token + 2 : token + 1;
        if (script != Script.None && Ask(from, to, script, WindowWeight))
        {
            Add(token, script);
        }
    }

    private void Add(int token, Script script)
    {
        for (var i = 0; i < tags.Length && _scripts[token] == script; i++)
        {
            _costs[(token * tags.Length) + i] += _answer[i];
        }
    }

    /// <summary>Fills the answer with costs; gives false where the tokens tell nothing.</summary>
    private bool Ask(int first, int end, Script script, float weight)
    {
        var guess = identifier.Identify(scratch, scratch.Text.ScriptsOf(first, end).Only(script), first, end);
        _answer.AsSpan().Fill(-weight * MathF.Log(LeastProbability));
        foreach (var top in guess.Top)
        {
            _answer[Array.IndexOf(tags, top.Tag)] = -weight * MathF.Log(Math.Max(top.Score, LeastProbability));
        }

        return guess.Top.Count > 1 || script == Script.Other;
    }
}
