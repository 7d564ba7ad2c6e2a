using Classifier.Core.Features;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>
/// What speaks against each tag at each token: the windows of three tokens that hold it, which never reach over the end
/// of a sentence or a quotation mark, the sentence, and the surroundings, which do. Windows side by side are asked
/// first; those between two that are sure of the sentence's own language are not asked.
/// </summary>
internal sealed class LanguageEvidence(FeatureScratch scratch, LanguageIdentifier identifier, string[] tags)
{
    /// <summary>Tokens in a window.</summary>
    private const int Window = 3;

    /// <summary>Tokens that are judged together at most; a sentence without end is cut.</summary>
    private const int MaxSentence = 64;

    /// <summary>How much a sentence's answer counts at each of its tokens, beside the windows' 1.</summary>
    private const float SentenceWeight = 0.15f;

    /// <summary>How much the surroundings' answer counts at each of their tokens.</summary>
    private const float ContextWeight = 0.15f;

    private const int ContextStep = 16;

    private const float Sure = 0.8f;
    private const float LeastProbability = 1e-3f;

    private static readonly Script[] Scripts = [Script.Latin, Script.Arabic, Script.Other];

    private readonly float[] _costs = new float[scratch.Text.Tokens.Length * tags.Length];
    private readonly int[] _asked = new int[scratch.Text.Tokens.Length];
    private readonly Script[] _scripts = new Script[scratch.Text.Tokens.Length];
    private readonly float[] _answer = new float[tags.Length];
    private readonly bool[] _sure = new bool[(MaxSentence / Window) + 2];

    /// <summary>In nats, token by token, one for each tag in order; all equal where nothing is known.</summary>
    public float[] Costs()
    {
        FindScripts();
        for (var first = 0; first < _scripts.Length;)
        {
            var end = EndOfSentence(first);
            foreach (var script in Scripts)
            {
                if (_scripts.AsSpan(first, end - first).Contains(script))
                {
                    Judge(first, end, script);
                }
            }

            first = end;
        }

        for (var first = -ContextStep; first < _scripts.Length; first += ContextStep)
        {
            AddContext(Math.Max(first, 0), Math.Min(first + (2 * ContextStep), _scripts.Length));
        }

        return _costs;
    }

    /// <summary>Every token stands in two of these: what a few words leave open, a few sentences tell.</summary>
    private void AddContext(int first, int end)
    {
        foreach (var script in Scripts)
        {
            if (_scripts.AsSpan(first, end - first).Contains(script))
            {
                Ask(first, end, script, ContextWeight / 2, out _);
                for (var t = first; t < end; t++)
                {
                    if (_scripts[t] == script)
                    {
                        Add(t, _answer);
                    }
                }
            }
        }
    }

    /// <summary>Hashtags belong to no language, unless there is hardly anything else.</summary>
    private void FindScripts()
    {
        var words = 0;
        for (var t = 0; t < _scripts.Length; t++)
        {
            _scripts[t] = scratch.Text.ScriptsOf(t, t + 1).Dominant;
            words += _scripts[t] != Script.None && !scratch.Text.Tokens[t].InHashtag ? 1 : 0;
        }

        for (var t = 0; t < _scripts.Length && words >= Window; t++)
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

    private void Judge(int first, int end, Script script)
    {
        var tag = Ask(first, end, script, SentenceWeight, out _);
        var sentence = _answer.ToArray();
        for (var a = first; a < end; a += Window)
        {
            _sure[(a - first) / Window] = AskWindow(first, end, a, script) == tag && tag >= 0;
        }

        _sure[((end - 1 - first) / Window) + 1] = true;
        for (var a = first - Window + 1; a < end; a++)
        {
            var before = a - first < 0 ? -1 : (a - first) / Window;
            if ((a - first) % Window != 0 && !(_sure[Math.Max(before, 0)] && _sure[before + 1]))
            {
                AskWindow(first, end, a, script);
            }
        }

        Settle(first, end, script, sentence);
    }

    /// <summary>Asks one window and notes its answer at its tokens; gives the tag that it is sure of, or -1.</summary>
    private int AskWindow(int first, int end, int start, Script script)
    {
        var (from, to) = (Math.Max(start, first), Math.Min(start + Window, end));
        if (!_scripts.AsSpan(from, to - from).Contains(script))
        {
            return -1;
        }

        var tag = Ask(from, to, script, 1, out var score);
        for (var t = from; t < to; t++)
        {
            if (_scripts[t] == script)
            {
                _asked[t]++;
                Add(t, _answer);
            }
        }

        return score >= Sure ? tag : -1;
    }

    /// <summary>Windows count as their mean, the sentence beside them.</summary>
    private void Settle(int first, int end, Script script, float[] sentence)
    {
        for (var t = first; t < end; t++)
        {
            if (_scripts[t] == script)
            {
                for (var i = 0; i < tags.Length; i++)
                {
                    _costs[(t * tags.Length) + i] = (_costs[(t * tags.Length) + i] / _asked[t]) + sentence[i];
                }
            }
        }
    }

    private void Add(int token, float[] answer)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            _costs[(token * tags.Length) + i] += answer[i];
        }
    }

    /// <summary>Fills the answer with costs; gives the likeliest tag, -1 where the tokens tell nothing.</summary>
    private int Ask(int first, int end, Script script, float weight, out float score)
    {
        var guess = identifier.Identify(scratch, scratch.Text.ScriptsOf(first, end).Only(script), first, end);
        var blind = guess.Top.Count == 1 && script != Script.Other;
        _answer.AsSpan().Fill(blind ? 0 : -weight * MathF.Log(LeastProbability));
        score = guess.Top[0].Score;
        if (blind)
        {
            return -1;
        }

        foreach (var top in guess.Top)
        {
            _answer[Array.IndexOf(tags, top.Tag)] = -weight * MathF.Log(Math.Max(top.Score, LeastProbability));
        }

        return Array.IndexOf(tags, guess.Top[0].Tag);
    }
}
