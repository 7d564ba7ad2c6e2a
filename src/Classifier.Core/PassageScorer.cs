using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Core;

/// <summary>
/// Scores one passage after the other. What the passage's single words add comes from <see cref="WordSums"/>; features
/// are written down only for what words make together: pairs of words, concepts, marks. One for each call; not
/// thread-safe.
/// </summary>
/// <param name="bundle">The models.</param>
/// <param name="wordPairs">Room in each memory of words.</param>
internal sealed class PassageScorer(ModelBundle bundle, int wordPairs = WordSums.ManyPairs)
{
    private readonly float[] _total = new float[bundle.Tags.Table.Stride];
    private readonly float[] _stanceTotal = new float[bundle.StanceModel.Stride];
    private readonly float[] _stance = new float[bundle.StanceModel.Stride];
    private readonly float[] _slopes = new float[Math.Max(bundle.Tags.Table.Labels, bundle.StanceModel.Labels)];
    private float[] _shares = new float[128];
    private int _language;
    private WordSums? _words;
    private bool _knowsStance;

    /// <summary>The call's own buffers; hold the normalised text before it is scored.</summary>
    public FeatureScratch Scratch { get; } = new() { WordPairs = wordPairs };

    /// <summary>Probabilities of all actors, then all event types, of the text that the scratch holds.</summary>
    /// <param name="text">The same text as it came.</param>
    /// <param name="language">Index of its language in <see cref="Languages.Tagged"/>.</param>
    /// <param name="date">When it appeared, null if unknown.</param>
    /// <param name="scores">One for each label; overwritten.</param>
    public void Score(ReadOnlySpan<char> text, int language, PassageDate? date, Span<float> scores)
    {
        ReadWords(language);
        FindConcepts(text, date);
        bundle.Extractor.AddBeyondWords(text, Scratch);
        Sum(scores);
    }

    /// <summary>Begins the text that the scratch holds: adds up what its words have on their own.</summary>
    internal void ReadWords(int language)
    {
        (_language, _knowsStance) = (language, false);
        _words = Read(Scratch.WordsOf(TagFeatures, bundle.Tags.Table, bundle.Tags));
    }

    /// <summary>Finds the concepts of the text, after its words were read.</summary>
    internal void FindConcepts(ReadOnlySpan<char> text, PassageDate? date) =>
        bundle.Extractor.FindConcepts(text, _language, date, Scratch, _words!.Lexicon);

    /// <summary>Adds the weights of the features that the scratch holds to those of the words that were read.</summary>
    internal void Sum(Span<float> scores)
    {
        bundle.Tags.Table.Bias.CopyTo(_total);
        _words!.AddTo(_total, FeatureExtractor.Divisor(Scratch.Text));
        bundle.Tags.Table.AddTo(_total, Scratch.Passage);
        bundle.Tags.Score(_total, _words.Heard, _words.Voted, scores);
    }

    /// <summary>Probabilities of the stances that the text scored last takes toward an actor.</summary>
    public ReadOnlySpan<float> Stance(int actor)
    {
        if (!_knowsStance)
        {
            bundle.StanceModel.Bias.CopyTo(_stanceTotal);
            AddStanceWords();
            _knowsStance = true;
        }

        bundle.Stances.ExtractBeyondWords(Scratch, actor);
        _stanceTotal.CopyTo(_stance);
        bundle.StanceModel.AddTo(_stance, Scratch.Stance);
        var probabilities = _stance.AsSpan(0, bundle.StanceModel.Labels);
        Softmax.InPlace(probabilities);
        return probabilities;
    }

    /// <summary>The words of the text scored last that speak for an actor or event type.</summary>
    public Evidence[] TagEvidence(int label, EvidenceFinder finder)
    {
        var slopes = _slopes.AsSpan(0, bundle.Tags.Table.Labels);
        bundle.Tags.Slopes(label, _total, slopes);
        var shares = Shares(_words!, slopes);
        _words!.ShareVotes(Scratch.Text, bundle.Tags.VoteOn(label), shares);

        return finder.Find(Scratch.Passage, bundle.Tags.Table, slopes, shares);
    }

    /// <summary>
    /// Words that speak for a stance toward the actor asked for last: by what the stance gains over the mean of all.
    /// </summary>
    public Evidence[] StanceEvidence(int label, EvidenceFinder finder)
    {
        var slopes = _slopes.AsSpan(0, bundle.StanceModel.Labels);
        slopes.Fill(-1f / slopes.Length);
        slopes[label]++;
        var features = bundle.Stances.Words;
        var shares = Shares(Scratch.WordsOf(features, bundle.StanceModel), slopes);
        return finder.Find(Scratch.Stance, bundle.StanceModel, slopes, shares);
    }

    private void AddStanceWords() => Read(Scratch.WordsOf(bundle.Stances.Words, bundle.StanceModel))
        .AddTo(_stanceTotal, FeatureExtractor.Divisor(Scratch.Text));

    private IWordFeatures TagFeatures => bundle.Extractor.WordFeaturesOf(_language);

    private WordSums Read(WordSums words)
    {
        words.Clear();
        words.Add(Scratch.Text);
        return words;
    }

    private Span<float> Shares(WordSums words, ReadOnlySpan<float> slopes)
    {
        var tokens = Scratch.Text.Tokens.Length;
        if (_shares.Length < tokens)
        {
            _shares = new float[Math.Max(tokens, 2 * _shares.Length)];
        }

        var shares = _shares.AsSpan(0, tokens);
        words.Share(Scratch.Text, slopes, FeatureExtractor.Divisor(Scratch.Text), shares);
        return shares;
    }
}
