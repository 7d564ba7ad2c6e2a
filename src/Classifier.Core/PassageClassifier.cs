using System.Collections.Concurrent;
using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Splitting;
using Classifier.Core.Text;

namespace Classifier.Core;

/// <summary>
/// Text in, tags out. Thread-safe: the bundle is immutable, and each call borrows buffers of its own. Texts are
/// expected to have passed <see cref="TextGuard"/>; any string is survived all the same.
/// </summary>
public sealed class PassageClassifier(ModelBundle bundle)
{
    private readonly ConcurrentBag<FeatureScratch> _scratch = [];
    private readonly PassageSplitter _splitter = new(bundle.Identifier);
    private readonly int _actors = bundle.Manifest.Actors.Labels.Count;

    public ModelBundle Bundle { get; } = bundle;

    /// <summary>Cuts a document into passages and tags each; all offsets refer to the document.</summary>
    public DocumentTags TagDocument(string text, TagOptions options, CancellationToken cancel = default)
    {
        var scratch = Borrow();
        try
        {
            var split = Split(text, scratch, cancel);
            using var stage = Stages.Begin("tag");
            var flat = Line.Flatten(text);
            var passages = new List<DocumentPassage>(split.Passages.Count);
            foreach (var passage in split.Passages)
            {
                cancel.ThrowIfCancellationRequested();
                passages.Add(new(passage, TagSpan(flat, passage.Span, options, scratch)));
            }

            return new(passages, split.Asides);
        }
        finally
        {
            _scratch.Add(scratch);
        }
    }

    private SplitDocument Split(string text, FeatureScratch scratch, CancellationToken cancel)
    {
        using var stage = Stages.Begin("split");
        return _splitter.Split(text, scratch, cancel);
    }

    /// <summary>Tags a text as one passage, without cutting it.</summary>
    public PassageTags Tag(string text, TagOptions options)
    {
        var scratch = Borrow();
        try
        {
            return TagSpan(text, new(0, text.Length), options, scratch);
        }
        finally
        {
            _scratch.Add(scratch);
        }
    }

    /// <summary>Tells the language of a text, without tags.</summary>
    public LanguageGuess Detect(string text)
    {
        var scratch = Borrow();
        try
        {
            TextNormalizer.Normalize(text, scratch.Text);
            return Bundle.Identifier.Identify(scratch.Text, scratch.Passage);
        }
        finally
        {
            _scratch.Add(scratch);
        }
    }

    /// <summary>Runs of one language inside a text, in order.</summary>
    public IReadOnlyList<LanguageSpan> DetectSpans(string text)
    {
        var scratch = Borrow();
        try
        {
            return LanguageSpanFinder.Find(text, Bundle.Identifier, scratch);
        }
        finally
        {
            _scratch.Add(scratch);
        }
    }

    /// <summary>Probabilities of all actors, then all event types, whatever the thresholds; for evaluation.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="language">Index of its language in <see cref="Languages.Tagged"/>.</param>
    /// <param name="date">Its day, null if unknown.</param>
    public float[] Probabilities(string text, int language, DateOnly? date)
    {
        var scratch = Borrow();
        try
        {
            var scores = new float[Bundle.Tags.Labels];
            Score(text, language, date, scratch, scores);
            return scores;
        }
        finally
        {
            _scratch.Add(scratch);
        }
    }

    /// <summary>Stance toward one actor, whether the models find the actor or not; for evaluation.</summary>
    public ScoredLabel StanceToward(string text, int language, DateOnly? date, int actor)
    {
        var scratch = Borrow();
        try
        {
            Bundle.Extractor.Extract(text, language, date, scratch);
            return StanceOf(scratch, actor);
        }
        finally
        {
            _scratch.Add(scratch);
        }
    }

    private PassageTags TagSpan(string document, TextSpan span, TagOptions options, FeatureScratch scratch)
    {
        var text = span.Of(document);
        TextNormalizer.Normalize(text, scratch.Text);
        var guess = Bundle.Identifier.Identify(scratch.Text, scratch.Passage);
        var language = Languages.IndexOf(guess.Tag);
        if (language < 0)
        {
            return new(guess, [], [], UntaggedReason.LanguageNotSupported);
        }

        Span<float> scores = stackalloc float[Bundle.Tags.Labels];
        Score(text, language, options.Date, scratch, scores);
        var finder = options.WithEvidence ? new EvidenceFinder(scratch, span.Start) : null;
        return new(guess, Actors(scores, scratch, finder), Events(scores, scratch, finder), UntaggedReason.None);
    }

    private void Score(ReadOnlySpan<char> text, int language, DateOnly? date, FeatureScratch scratch, Span<float> scores)
    {
        Bundle.Extractor.Extract(text, language, date, scratch);
        Bundle.Tags.Score(scratch.Passage, scores);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Bundle.Calibrations[i].Probability(scores[i]);
        }
    }

    private List<ActorTag> Actors(ReadOnlySpan<float> scores, FeatureScratch scratch, EvidenceFinder? finder)
    {
        var found = new List<ActorTag>();
        for (var i = 0; i < _actors; i++)
        {
            if (scores[i] < Bundle.Thresholds[i])
            {
                continue;
            }

            var stance = StanceOf(scratch, i);
            found.Add(new(Bundle.Manifest.Actors.Labels[i], scores[i], stance)
            {
                Evidence = finder?.Find(scratch.Passage, Bundle.Tags, i) ?? [],
                StanceEvidence = finder?.Find(scratch.Stance, Bundle.StanceModel, StanceIndex(stance.Label), true) ?? [],
            });
        }

        found.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return found;
    }

    private List<EventTag> Events(ReadOnlySpan<float> scores, FeatureScratch scratch, EvidenceFinder? finder)
    {
        var found = new List<(int Label, float Score)>();
        for (var i = _actors; i < scores.Length; i++)
        {
            if (scores[i] >= Bundle.Thresholds[i])
            {
                found.Add((i, scores[i]));
            }
        }

        found.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return [.. found.Take(Bundle.Taxonomy.MaxEvents).Select(f =>
            new EventTag(Bundle.Manifest.Events.Labels[f.Label - _actors], f.Score)
            {
                Evidence = finder?.Find(scratch.Passage, Bundle.Tags, f.Label) ?? [],
            })];
    }

    private ScoredLabel StanceOf(FeatureScratch scratch, int actor)
    {
        Bundle.Stances.Extract(scratch, actor);
        Span<float> scores = stackalloc float[Bundle.StanceModel.Labels];
        Bundle.StanceModel.Score(scratch.Stance, scores);
        Softmax.InPlace(scores);
        var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(scores);
        return new(Bundle.Manifest.Stance.Labels[best], scores[best]);
    }

    private int StanceIndex(string label)
    {
        var labels = Bundle.Manifest.Stance.Labels;
        var index = 0;
        while (labels[index] != label)
        {
            index++;
        }

        return index;
    }

    private FeatureScratch Borrow() => _scratch.TryTake(out var scratch) ? scratch : new FeatureScratch();
}
