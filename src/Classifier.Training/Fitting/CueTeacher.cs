namespace Classifier.Training.Fitting;

/// <summary>
/// Supervised attention: beside a label's own error, the share that marked cues have of all it listens to is to be
/// large. A reader's word for what decides is worth many passages (Zaidan et al., "Using annotator rationales to
/// improve machine learning for text categorization", 2007, https://aclanthology.org/N07-1033; Liu et al., "Neural
/// machine translation with supervised attention", 2016, https://aclanthology.org/C16-1291).
/// </summary>
/// <param name="labels">How many labels.</param>
/// <param name="weight">How much it counts; see <see cref="Recipes.NetworkSpec.Cues"/>.</param>
internal sealed class CueTeacher(int labels, float weight)
{
    /// <summary>Of what a label hears, the least that its cues count as, so that nothing is divided by 0.</summary>
    private const float LeastHeard = 1e-9f;

    private readonly float[] _shareOfCues = new float[labels];
    private IReadOnlyList<(int Label, int[] Words)> _cues = [];

    /// <summary>Begins a passage.</summary>
    /// <param name="cues">The words that labels are to listen to.</param>
    /// <param name="words">All words of the passage with their shares.</param>
    public void Begin(IReadOnlyList<(int Label, int[] Words)> cues, IReadOnlyList<HeardWord> words)
    {
        _cues = cues;
        foreach (var (label, cue) in cues)
        {
            _shareOfCues[label] = words.Where(w => cue.Contains(w.Word)).Sum(w => w.Shares[label]);
        }
    }

    /// <summary>
    /// Adds the gradient of minus the logarithm of the cues' share, by the logarithm of how much a label listens to a
    /// word.
    /// </summary>
    /// <param name="word">One of the passage's words.</param>
    /// <param name="listening">A gradient for each label.</param>
    public void AddGradient(HeardWord word, Span<float> listening)
    {
        foreach (var (label, words) in _cues)
        {
            var share = word.Shares[label];
            var target = words.Contains(word.Word) ? share / MathF.Max(_shareOfCues[label], LeastHeard) : 0;
            listening[label] += weight * (share - target);
        }
    }
}
