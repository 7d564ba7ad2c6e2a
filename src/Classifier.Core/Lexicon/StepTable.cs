namespace Classifier.Core.Lexicon;

/// <summary>What there is to know of a state: sixteen bytes, one wait for memory.</summary>
internal struct Cell
{
    /// <summary>The place of the state from which a letter leads here; below zero for none.</summary>
    public int Parent;

    /// <summary>Where the children's places are counted from.</summary>
    public int Base;

    /// <summary>The place of the longest other state that ends alike.</summary>
    public int Fail;

    /// <summary>The place of the longest such state, this one among them, at which a phrase ends; 0 for none.</summary>
    public int Ending;
}

/// <summary>
/// The steps of a trie in a double array (Aoe, "An efficient digital search algorithm by using a double-array
/// structure", IEEE Transactions on Software Engineering 15(9), 1989): a step is one look at one cell, whatever the
/// number of a state's children.
/// </summary>
/// <remarks>
/// Each state has a cell, and a base from which its children's cells stand as far as their letters' numbers say. The
/// children of several states interlock; whose a cell is, the parent in it tells. States near the root get the first
/// cells, so that those which most texts walk through lie close together. Costs 20 bytes a state with what the
/// automaton keeps of it; a search among neighbours took 14, and the lexicon a seventh more time. Parents and bases are
/// final once built, the rest of a cell is the automaton's to fill in.
/// </remarks>
internal sealed class StepTable
{
    /// <summary>The parent of a cell that is free.</summary>
    private const int Nobody = -1;

    /// <summary>The parent of the root.</summary>
    private const int NoParent = -2;

    private static readonly Cell Free = new() { Parent = Nobody };

    /// <summary>By character; 0 for those in no phrase.</summary>
    private readonly ushort[] _letters;

    /// <summary>The largest of their numbers.</summary>
    private readonly int _most;

    private Cell[] _cells;

    /// <param name="trie">The trie.</param>
    /// <param name="places">The cell of each of its states, 0 that of the root; overwritten.</param>
    public StepTable(PhraseTrie trie, Span<int> places)
    {
        (_letters, _most) = Number(trie.Labels[1..]);
        _cells = new Cell[trie.Count + (2 * _most) + 1];
        Array.Fill(_cells, Free);
        _cells[0].Parent = NoParent;
        places[0] = 0;

        // A lower cell would suit only letters of low numbers, and be looked at in vain for all others.
        var free = _most + 1;
        for (var state = 0; state < trie.Count; state++)
        {
            var (first, end) = trie.ChildrenOf(state);
            if (first < end)
            {
                free = NextFree(free);
                Place(
                    places[state], trie.Labels[first..end], BaseFor(trie.Labels[first..end], free), places[first..end]);
            }
        }
    }

    /// <summary>All cells; those of no state have no parent.</summary>
    public Span<Cell> Cells => _cells;

    /// <summary>The number of a character; 0 where no phrase has it.</summary>
    public int LetterOf(char c) => c < _letters.Length ? _letters[c] : 0;

    private static (ushort[] Letters, int Most) Number(ReadOnlySpan<char> labels)
    {
        var seen = new bool[char.MaxValue + 1];
        var most = 0;
        foreach (var label in labels)
        {
            seen[label] = true;
            most = Math.Max(most, label);
        }

        var (letters, known) = (new ushort[most + 1], 0);
        for (var c = 0; c < letters.Length; c++)
        {
            letters[c] = (ushort)(seen[c] ? ++known : 0);
        }

        return (letters, known);
    }

    /// <summary>The least base that puts all children into cells that are free.</summary>
    private int BaseFor(ReadOnlySpan<char> labels, int free)
    {
        // Sorted as characters are, so the first has the least number.
        var least = _letters[labels[0]];
        for (var place = free; ; place = NextFree(place + 1))
        {
            Grow(place - least);
            if (AreFree(labels, place - least))
            {
                return place - least;
            }
        }
    }

    private bool AreFree(ReadOnlySpan<char> labels, int from)
    {
        foreach (var label in labels)
        {
            if (_cells[from + _letters[label]].Parent != Nobody)
            {
                return false;
            }
        }

        return true;
    }

    private void Place(int parent, ReadOnlySpan<char> labels, int from, Span<int> places)
    {
        _cells[parent].Base = from;
        for (var i = 0; i < labels.Length; i++)
        {
            places[i] = from + _letters[labels[i]];
            _cells[places[i]].Parent = parent;
        }
    }

    private int NextFree(int place)
    {
        while (place < _cells.Length && _cells[place].Parent != Nobody)
        {
            place++;
        }

        return place;
    }

    /// <summary>Makes room for every letter's step from a base.</summary>
    private void Grow(int from)
    {
        if (from + _most < _cells.Length)
        {
            return;
        }

        var before = _cells.Length;
        Array.Resize(ref _cells, Math.Max(from + _most + 1, before + (before / 4)));
        _cells.AsSpan(before).Fill(Free);
    }
}
