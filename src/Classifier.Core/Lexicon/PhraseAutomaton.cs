namespace Classifier.Core.Lexicon;

/// <summary>A phrase found in a text, as a half-open range of characters.</summary>
internal readonly record struct PhraseMatch(int Payload, int Start, int End);

/// <summary>A phrase to find. A class, since the runtime has sorting and lists of those compiled, and of structs not.</summary>
internal sealed record Phrase(string Text, int Payload);

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
    private PhraseAutomaton(Phrase[] phrases)
    {
        // Of their size from the first: lists that grow leave large arrays behind, for which all memory is collected.
        var count = CountStates(phrases);
        (_labels, _children, _firstOutput) = (new char[count], new int[count + 1], new int[count + 1]);
        (_fail, _ending) = (new int[count], new int[count]);
        _outputs = new (int, int)[phrases.Length];
        AddStates(phrases);
        LinkFailures();
        foreach (var start in _labels.AsSpan(1, _children[1] - 1))
        {
            _starts[start / 64] |= 1UL << (start % 64);
        }
    }

    /// <summary>The root, and one for each letter that a phrase does not share with the one before it.</summary>
    private static int CountStates(Phrase[] phrases)
    {
        var (count, before) = (1, "");
        foreach (var (text, _) in phrases)
        {
            count += text.Length - text.AsSpan().CommonPrefixLength(before);
            before = text;
        }

        return count;
    }

    private void AddStates(Phrase[] phrases)
    {
        var (known, outputs, states) = (1, 0, new (int First, int End, int Length)[_labels.Length]);
        states[0] = (0, phrases.Length, 0);
        for (var state = 0; state < states.Length; state++)
        {
            var (at, end, length) = states[state];
            (_children[state], _firstOutput[state]) = (known, outputs);
            for (; at < end && phrases[at].Text.Length == length; at++)
            {
                _outputs[outputs++] = (phrases[at].Payload, length);
            }

            for (var first = at; at < end; first = at)
            {
                var label = phrases[at].Text[length];
                while (at < end && phrases[at].Text[length] == label)
                {
                    at++;
                }

                (_labels[known], states[known]) = (label, (first, at, length + 1));
                known++;
            }
        }

        (_children[^1], _firstOutput[^1]) = (known, outputs);
    }

    /// <summary>Builds the automaton; a payload is given back with each match of its phrase.</summary>
    public static PhraseAutomaton Build(IEnumerable<Phrase> phrases)
    {
        Phrase[] sorted = [.. phrases];
        Array.Sort(sorted, static (a, b) =>
        {
            var order = string.CompareOrdinal(a.Text, b.Text);
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
