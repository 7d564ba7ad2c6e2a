namespace Classifier.Core.Lexicon;

/// <summary>
/// A phrase to find. A class, since the runtime has sorting and lists of those compiled, and of structs not.
/// </summary>
internal sealed record Phrase(string Text, int Payload);

/// <summary>
/// The tree of all phrases by their letters. States are numbered breadth first, 0 is the root; the children of a state
/// so are neighbours, as are the phrases that end at it. What an automaton is built from.
/// </summary>
internal sealed class PhraseTrie
{
    private readonly char[] _labels;
    private readonly int[] _children;

    public PhraseTrie(IEnumerable<Phrase> phrases)
    {
        // Sorted, those that begin alike stand side by side, and are one state's. Arrays of their size from the first:
        // lists that grow leave large arrays behind, for which all memory is collected.
        Phrase[] sorted = [.. phrases];
        Array.Sort(sorted, static (a, b) =>
        {
            var order = string.CompareOrdinal(a.Text, b.Text);
            return order != 0 ? order : a.Payload.CompareTo(b.Payload);
        });
        var count = CountStates(sorted);
        (_labels, _children) = (new char[count], new int[count + 1]);
        Outputs = new(count, sorted.Length);
        AddStates(sorted);
    }

    /// <summary>How many states.</summary>
    public int Count => _labels.Length;

    /// <summary>The letter that leads to each state; none to the root.</summary>
    public ReadOnlySpan<char> Labels => _labels;

    /// <summary>The first child of a state, and the state behind its last.</summary>
    public (int First, int End) ChildrenOf(int state) => (_children[state], _children[state + 1]);

    /// <summary>Which phrases end at which state.</summary>
    public PhraseOutputs Outputs { get; }

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
        var (known, states) = (1, new (int First, int End, int Length)[_labels.Length]);
        states[0] = (0, phrases.Length, 0);
        for (var state = 0; state < states.Length; state++)
        {
            var (at, end, length) = states[state];
            _children[state] = known;
            for (; at < end && phrases[at].Text.Length == length; at++)
            {
                Outputs.Add(phrases[at].Payload, length);
            }

            Outputs.EndState(state);

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

        _children[^1] = known;
    }
}
