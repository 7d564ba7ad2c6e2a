namespace Classifier.Core.Lexicon;

/// <summary>A phrase found in a text, as a half-open range of characters.</summary>
internal readonly record struct PhraseMatch(int Payload, int Start, int End);

/// <summary>
/// Finds all phrases of a set in one pass over a text (Aho and Corasick, "Efficient string matching", CACM 1975).
/// Time is linear in the text, whatever the number of phrases. Immutable once built, shared by all threads.
/// </summary>
/// <remarks>
/// States are numbered breadth first. The children of a state so are neighbours, and a step is a search among their
/// labels, which lie side by side; and the states near the root, where most text stays, are the first ones: some ten
/// kilobytes of the tables are in use, whatever their size. From the root itself, characters that begin no phrase are
/// passed over, which mostly are those up to the next space.
/// </remarks>
internal sealed class PhraseAutomaton
{
    /// <summary>Children up to which looking at each is faster than a vector search.</summary>
    private const int FewChildren = 6;

    private readonly char[] _labels;
    private readonly int[] _children;
    private readonly int[] _fail;
    private readonly int[] _ending;
    private readonly int[] _firstOutput;
    private readonly (int Payload, int Length)[] _outputs;
    private readonly ulong[] _starts = new ulong[(char.MaxValue + 1) / 64];

    /// <param name="phrases">Sorted: those that begin alike stand side by side, and are one state's.</param>
    private PhraseAutomaton((string Phrase, int Payload)[] phrases)
    {
        var (labels, children, firstOutput) = (new List<char> { '\0' }, new List<int>(), new List<int>());
        var outputs = new List<(int Payload, int Length)>();
        var states = new List<(int First, int End, int Length)> { (0, phrases.Length, 0) };
        for (var state = 0; state < states.Count; state++)
        {
            var (at, end, length) = states[state];
            children.Add(states.Count);
            firstOutput.Add(outputs.Count);
            for (; at < end && phrases[at].Phrase.Length == length; at++)
            {
                outputs.Add((phrases[at].Payload, length));
            }

            for (var first = at; at < end; first = at)
            {
                var label = phrases[at].Phrase[length];
                while (at < end && phrases[at].Phrase[length] == label)
                {
                    at++;
                }

                labels.Add(label);
                states.Add((first, at, length + 1));
            }
        }

        _labels = [.. labels];
        _children = [.. children, states.Count];
        _firstOutput = [.. firstOutput, outputs.Count];
        _outputs = [.. outputs];
        _fail = new int[states.Count];
        _ending = new int[states.Count];
        LinkFailures();
        foreach (var start in _labels.AsSpan(1, _children[1] - 1))
        {
            _starts[start / 64] |= 1UL << (start % 64);
        }
    }

    /// <summary>Builds the automaton; a payload is given back with each match of its phrase.</summary>
    public static PhraseAutomaton Build(IEnumerable<(string Phrase, int Payload)> phrases)
    {
        (string Phrase, int Payload)[] sorted = [.. phrases];
        Array.Sort(sorted, static (a, b) =>
        {
            var order = string.CompareOrdinal(a.Phrase, b.Phrase);
            return order != 0 ? order : a.Payload.CompareTo(b.Payload);
        });
        return new(sorted);
    }

    /// <summary>Adds every match, in the order of their ends; matches may overlap.</summary>
    public void Run(ReadOnlySpan<char> text, List<PhraseMatch> into)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (state == 0 && !Starts(text[i]))
            {
                continue;
            }

            state = Step(state, text[i]);
            for (var s = _ending[state]; s > 0; s = _ending[_fail[s]])
            {
                foreach (var (payload, length) in _outputs.AsSpan(_firstOutput[s].._firstOutput[s + 1]))
                {
                    into.Add(new(payload, i + 1 - length, i + 1));
                }
            }
        }
    }

    private bool Starts(char c) => (_starts[c / 64] >> (c % 64) & 1) != 0;

    private int Step(int state, char c)
    {
        while (true)
        {
            var child = Child(_children[state], _children[state + 1], c);
            if (child > 0 || state == 0)
            {
                return child;
            }

            state = _fail[state];
        }
    }

    /// <summary>The state among neighbours that a character leads to; 0, the root, for none.</summary>
    private int Child(int first, int end, char c)
    {
        if (end - first > FewChildren)
        {
            var at = _labels.AsSpan(first, end - first).IndexOf(c);
            return at < 0 ? 0 : first + at;
        }

        for (; first < end; first++)
        {
            if (_labels[first] == c)
            {
                return first;
            }
        }

        return 0;
    }

    /// <summary>
    /// Gives each state the longest other state that ends alike, and the longest, itself among them, at which a phrase
    /// ends; 0 for none. Both stand nearer to the root, so are known when their turn comes.
    /// </summary>
    private void LinkFailures()
    {
        for (var state = 0; state < _fail.Length; state++)
        {
            _ending[state] = _firstOutput[state] < _firstOutput[state + 1] ? state : _ending[_fail[state]];
            for (var child = _children[state]; child < _children[state + 1]; child++)
            {
                _fail[child] = state == 0 ? 0 : Step(_fail[state], _labels[child]);
            }
        }
    }
}
