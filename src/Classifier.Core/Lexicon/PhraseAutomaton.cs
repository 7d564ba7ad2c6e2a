using System.Runtime.InteropServices;

namespace Classifier.Core.Lexicon;

/// <summary>A phrase found in a text, as a half-open range of characters.</summary>
internal readonly record struct PhraseMatch(int Payload, int Start, int End);

/// <summary>
/// Finds all phrases of a set in one pass over a text (Aho and Corasick, "Efficient string matching", CACM 1975).
/// Time is linear in the text, whatever the number of phrases. Immutable once built, shared by all threads.
/// </summary>
internal sealed class PhraseAutomaton
{
    private readonly int[] _fail;
    private readonly int[] _firstOutput;
    private readonly int[] _outputLink;
    private readonly (int Payload, int Length)[] _outputs;
    private readonly int[] _nextOutput;
    private readonly ulong[] _keys;
    private readonly int[] _targets;
    private readonly int _mask;

    private PhraseAutomaton(Builder b)
    {
        (_keys, _targets, _mask) = b.FlatEdges();
        _fail = b.Fail;
        _outputLink = b.OutputLink;
        _firstOutput = [.. b.FirstOutput];
        _outputs = [.. b.Outputs];
        _nextOutput = [.. b.NextOutput];
    }

    /// <summary>Builds the automaton; a payload is given back with each match of its phrase.</summary>
    public static PhraseAutomaton Build(IEnumerable<(string Phrase, int Payload)> phrases)
    {
        var builder = new Builder();
        foreach (var (phrase, payload) in phrases)
        {
            builder.Add(phrase, payload);
        }

        builder.LinkFailures();
        return new(builder);
    }

    /// <summary>Adds every match, in the order of their ends; matches may overlap.</summary>
    public void Run(ReadOnlySpan<char> text, List<PhraseMatch> into)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, text[i]);
            for (var s = state; s > 0; s = _outputLink[s])
            {
                for (var o = _firstOutput[s]; o >= 0; o = _nextOutput[o])
                {
                    into.Add(new(_outputs[o].Payload, i + 1 - _outputs[o].Length, i + 1));
                }
            }
        }
    }

    private int Step(int state, char c)
    {
        while (true)
        {
            var target = Edge(state, c);
            if (target >= 0)
            {
                return target;
            }

            if (state == 0)
            {
                return 0;
            }

            state = _fail[state];
        }
    }

    private int Edge(int state, char c)
    {
        var key = Builder.Key(state, c);
        for (var slot = Builder.Slot(key) & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
            {
                return _targets[slot];
            }
        }

        return -1;
    }

    private sealed class Builder
    {
        private readonly Dictionary<ulong, int> _edges = [];
        private readonly List<List<(char Char, int Node)>> _children = [[]];

        public List<int> FirstOutput { get; } = [-1];

        public List<(int Payload, int Length)> Outputs { get; } = [];

        public List<int> NextOutput { get; } = [];

        public int[] Fail { get; private set; } = [];

        public int[] OutputLink { get; private set; } = [];

        /// <summary>Never 0, which marks a free slot.</summary>
        public static ulong Key(int state, char c) => ((ulong)(uint)state << 16 | c) + 1;

        public static int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 40);

        public void Add(string phrase, int payload)
        {
            var node = 0;
            foreach (var c in phrase)
            {
                ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges, Key(node, c), out var exists);
                if (!exists)
                {
                    next = _children.Count;
                    _children.Add([]);
                    FirstOutput.Add(-1);
                    _children[node].Add((c, next));
                }

                node = next;
            }

            NextOutput.Add(FirstOutput[node]);
            FirstOutput[node] = Outputs.Count;
            Outputs.Add((payload, phrase.Length));
        }

        public void LinkFailures()
        {
            Fail = new int[_children.Count];
            OutputLink = new int[_children.Count];
            var queue = new Queue<int>([0]);
            while (queue.TryDequeue(out var node))
            {
                foreach (var (c, child) in _children[node])
                {
                    Fail[child] = node == 0 ? 0 : Follow(Fail[node], c);
                    OutputLink[child] = FirstOutput[Fail[child]] >= 0 ? Fail[child] : OutputLink[Fail[child]];
                    queue.Enqueue(child);
                }
            }
        }

        public (ulong[] Keys, int[] Targets, int Mask) FlatEdges()
        {
            var size = 16;
            while (size < _edges.Count * 2)
            {
                size *= 2;
            }

            var keys = new ulong[size];
            var targets = new int[size];
            foreach (var (key, target) in _edges)
            {
                var slot = Slot(key) & (size - 1);
                while (keys[slot] != 0)
                {
                    slot = (slot + 1) & (size - 1);
                }

                (keys[slot], targets[slot]) = (key, target);
            }

            return (keys, targets, size - 1);
        }

        private int Follow(int node, char c)
        {
            while (true)
            {
                if (_edges.TryGetValue(Key(node, c), out var target))
                {
                    return target;
                }

                if (node == 0)
                {
                    return 0;
                }

                node = Fail[node];
            }
        }
    }
}
