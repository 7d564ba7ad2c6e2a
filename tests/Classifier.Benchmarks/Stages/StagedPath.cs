using Classifier.Core;
using Classifier.Core.Features;
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
    private readonly FeatureScratch _scratch = new();
    private readonly float[] _scores = new float[classifier.Bundle.Tags.Labels];
    private readonly float[] _stances = new float[classifier.Bundle.StanceModel.Labels];

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

        TextNormalizer.Normalize(text, _scratch.Text);
        Lap(Stage.Normalise, into);
        var guess = _bundle.Identifier.Identify(_scratch.Text, _scratch.Passage);
        Lap(Stage.Identify, into);
        var language = Math.Max(0, Languages.IndexOf(guess.Tag));
        _bundle.Lexicon.Match(text, _scratch.Text, language, null, _scratch.Concepts);
        Lap(Stage.Lexicon, into);
        _bundle.Extractor.Extract(text, language, null, _scratch);
        Lap(Stage.Features, into);
        into[(int)Stage.Features] -= into[(int)Stage.Normalise] + into[(int)Stage.Lexicon];
        _bundle.Tags.Score(_scratch.Passage, _scores);
        for (var i = 0; i < _scores.Length; i++)
        {
            _scores[i] = _bundle.Calibrations[i].Probability(_scores[i]);
        }

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
                _bundle.Stances.Extract(_scratch, actor);
                _bundle.StanceModel.Score(_scratch.Stance, _stances);
            }
        }
    }
}
