namespace Classifier.Core.Lexicon;

/// <summary>
/// The phrases that end at each state of a <see cref="PhraseTrie"/>, which fills them in state by state.
/// </summary>
internal sealed class PhraseOutputs
{
    private readonly int[] _ends;
    private readonly (int Payload, int Length)[] _outputs;
    private int _known;

    /// <param name="states">How many states.</param>
    /// <param name="phrases">How many phrases at all of them together.</param>
    public PhraseOutputs(int states, int phrases)
    {
        (_ends, _outputs) = (new int[states + 1], new (int, int)[phrases]);
    }

    /// <summary>Whether a phrase ends at a state.</summary>
    public bool Any(int state) => _ends[state] < _ends[state + 1];

    /// <summary>The phrases that end at a state, with their lengths.</summary>
    public ReadOnlySpan<(int Payload, int Length)> Of(int state) => _outputs.AsSpan(_ends[state].._ends[state + 1]);

    /// <summary>Adds a phrase to the state at hand, the root at first.</summary>
    public void Add(int payload, int length) => _outputs[_known++] = (payload, length);

    /// <summary>Goes on with the next state.</summary>
    public void EndState(int state) => _ends[state + 1] = _known;
}
