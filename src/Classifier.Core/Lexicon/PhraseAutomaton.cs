using Classifier.Core.Text;

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

    /// <summary>Where a space leads when no phrase is under way.</summary>
    private readonly int _between;

    private PhraseAutomaton(PhraseTrie trie)
    {
        var places = new int[trie.Count];
        (_outputs, _steps) = (trie.Outputs, new(trie, places));
        _states = new int[_steps.Cells.Length];
        LinkFailures(trie, places);
        _between = Step(_steps.Cells, Root, _steps.LetterOf(' '));
    }

    /// <summary>Builds the automaton; a payload is given back with each match of its phrase.</summary>
    public static PhraseAutomaton Build(IEnumerable<Phrase> phrases) => new(new(phrases));

    /// <summary>Adds every match, in the order of their ends; matches may overlap.</summary>
    public void Run(ReadOnlySpan<char> text, List<PhraseMatch> into) => Run(text, 0, text.Length, Root, into);

    /// <summary>
    /// The same for the text of a view, with a look only at words in which a phrase may end or go on. No phrase may be
    /// a space alone, since it begins behind the first.
    /// </summary>
    /// <param name="view">The text.</param>
    /// <param name="steps">For each word, what <see cref="After"/> says, in the view that counts.</param>
    /// <param name="folded">Which view that is.</param>
    /// <param name="into">Added to.</param>
    public void Run(TokenView view, ReadOnlySpan<LexiconSteps> steps, bool folded, List<PhraseMatch> into)
    {
        var cells = _steps.Cells;
        var text = view.Text;
        var place = _between;
        for (var token = 0; token < view.Count; token++)
        {
            var first = view.StartOf(token);
            place = Dropped(cells, place, _steps.LetterOf(text[first]));
            var known = folded ? steps[token].Folded : steps[token].Plain;
            place = place == _between && known >= 0 ? known : Run(text, first, view.StartOf(token + 1), place, into);
        }
    }

    /// <summary>
    /// The place behind a word, given with the space behind it, where no phrase is under way before it; below zero if
    /// one ends in it.
    /// </summary>
    public int After(ReadOnlySpan<char> word)
    {
        var cells = _steps.Cells;
        var place = _between;
        foreach (var c in word)
        {
            place = Step(cells, place, _steps.LetterOf(c));
            if (cells[place].Ending > Root)
            {
                return LexiconSteps.Unknown;
            }
        }

        return place;
    }

    /// <summary>
    /// The place without the phrases under way that do not go on with a letter, down to that between phrases.
    /// </summary>
    private int Dropped(ReadOnlySpan<Cell> cells, int place, int letter)
    {
        while (place != _between && cells[cells[place].Base + letter].Parent != place)
        {
            place = cells[place].Fail;
        }

        return place;
    }

    /// <summary>Goes on from a place through a part of the text; gives the place where it ends.</summary>
    private int Run(ReadOnlySpan<char> text, int first, int end, int place, List<PhraseMatch> into)
    {
        var cells = _steps.Cells;
        for (var i = first; i < end; i++)
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

        return place;
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
