namespace Classifier.Core.Lexicon;

/// <summary>A phrase found in a text, as a half-open range of characters.</summary>
internal readonly record struct PhraseMatch(int Payload, int Start, int End);

/// <summary>
/// Finds all phrases of a set in one pass over a text (Aho and Corasick, "Efficient string matching", CACM 1975).
/// Time is linear in the text, whatever the number of phrases. Immutable once built, shared by all threads.
/// </summary>
internal sealed class PhraseAutomaton
{
    private const int Root = 0;

    private readonly PhraseOutputs _outputs;
    private readonly StepTable _steps;

    /// <summary>By place, the state that stands there.</summary>
    private readonly int[] _states;

    private PhraseAutomaton(PhraseTrie trie)
    {
        var places = new int[trie.Count];
        (_outputs, _steps) = (trie.Outputs, new(trie, places));
        _states = new int[_steps.Cells.Length];
        LinkFailures(trie, places);
    }

    /// <summary>Builds the automaton; a payload is given back with each match of its phrase.</summary>
    public static PhraseAutomaton Build(IEnumerable<Phrase> phrases) => new(new(phrases));

    /// <summary>Adds every match, in the order of their ends; matches may overlap.</summary>
    public void Run(ReadOnlySpan<char> text, List<PhraseMatch> into)
    {
        var cells = _steps.Cells;
        var place = Root;
        for (var i = 0; i < text.Length; i++)
        {
            place = Step(cells, place, _steps.LetterOf(text[i]));
            for (var s = cells[place].Ending; s > Root; s = cells[cells[s].Fail].Ending)
            {
                foreach (var (payload, length) in _outputs.Of(_states[s]))
                {
                    into.Add(new(payload, i + 1 - length, i + 1));
                }
            }
        }
    }

    private static int Step(ReadOnlySpan<Cell> cells, int place, int letter)
    {
        while (true)
        {
            var next = cells[place].Base + letter;
            if (cells[next].Parent == place)
            {
                return next;
            }

            if (place == Root)
            {
                return Root;
            }

            place = cells[place].Fail;
        }
    }

    /// <summary>
    /// Fills in what cells say of failures and endings. Both lead to states nearer to the root, which are known when a
    /// state's turn comes.
    /// </summary>
    private void LinkFailures(PhraseTrie trie, ReadOnlySpan<int> places)
    {
        var cells = _steps.Cells;
        for (var state = 0; state < places.Length; state++)
        {
            var place = places[state];
            _states[place] = state;
            cells[place].Ending = _outputs.Any(state) ? place : cells[cells[place].Fail].Ending;
            var (first, end) = trie.ChildrenOf(state);
            for (var child = first; child < end; child++)
            {
                cells[places[child]].Fail =
                    state == 0 ? Root : Step(cells, cells[place].Fail, _steps.LetterOf(trie.Labels[child]));
            }
        }
    }
}
