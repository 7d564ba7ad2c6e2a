using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Benchmarks.Stages;

/// <summary>
/// Takes a passage along the path of <see cref="PassageClassifier"/> one stage at a time, as warm as the whole path
/// finds its data, and reads the clock between.
/// </summary>
internal sealed class StagedPath(PassageClassifier classifier)
{
    private readonly ModelBundle _bundle = classifier.Bundle;
    private readonly PassageScorer _scorer = new(classifier.Bundle);
    private readonly float[] _scores = new float[classifier.Bundle.Tags.Labels];

    public static int Count { get; } = Enum.GetValues<Stage>().Length;

    /// <summary>Runs all stages.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="read">Reads what is measured: ticks of a clock, bytes allocated so far.</param>
    /// <param name="into">One difference for each stage.</param>
    public void Run(string text, Func<long> read, Span<long> into)
    {
        var at = read();
        void Lap(Stage stage, Span<long> laps)
        {
            var now = read();
            laps[(int)stage] = now - at;
            at = read();
        }

        var scratch = _scorer.Scratch;
        TextNormalizer.Normalize(text, scratch.Text);
        Lap(Stage.Normalise, into);
        var guess = _bundle.Identifier.Identify(scratch);
        Lap(Stage.Identify, into);
        _scorer.ReadWords(Math.Max(0, Languages.IndexOf(guess.Tag)));
        Lap(Stage.Words, into);
        _scorer.FindConcepts(text, null);
        Lap(Stage.Lexicon, into);
        _bundle.Extractor.AddBeyondWords(text, scratch);
        Lap(Stage.Features, into);
        _scorer.Sum(_scores);
        Lap(Stage.Score, into);
        Stances();
        Lap(Stage.Stance, into);
        classifier.Tag(text, default);
        Lap(Stage.Whole, into);
        classifier.Tag(text, new(WithEvidence: true));
        Lap(Stage.WholeWithEvidence, into);
    }

    private void Stances()
    {
        for (var actor = 0; actor < _bundle.Manifest.Actors.Labels.Count; actor++)
        {
            if (_scores[actor] >= _bundle.Thresholds[actor])
            {
                _scorer.Stance(actor);
            }
        }
    }
}
