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
    private readonly ConcurrentBag<PassageScorer> _scorers = [];

    /// <summary>
    /// More calls at a time than cores are no faster, and would each hold memory for good; they make do with less.
    /// </summary>
    private readonly ConcurrentBag<PassageScorer> _spare = [];

    private readonly PassageSplitter _splitter = new(bundle.Identifier);
    private readonly int _actors = bundle.Manifest.Actors.Labels.Count;
    private int _made;

    public ModelBundle Bundle { get; } = bundle;

    /// <summary>Cuts a document into passages and tags each; all offsets refer to the document.</summary>
    public DocumentTags TagDocument(string text, TagOptions options, CancellationToken cancel = default)
    {
        var scorer = Borrow();
        try
        {
            var split = Split(text, scorer.Scratch, cancel);
            using var stage = Stages.Tag(split.Passages.Count);
            var flat = Line.Flatten(text);
            var passages = new List<DocumentPassage>(split.Passages.Count);
            foreach (var passage in split.Passages)
            {
                cancel.ThrowIfCancellationRequested();
                passages.Add(new(passage, TagSpan(flat, passage.Span, options, scorer)));
            }

            return new(passages, split.Asides);
        }
        finally
        {
            Return(scorer);
        }
    }

    /// <summary>A passage of a document as it is tagged: with a space for each line end inside.</summary>
    public static string TextOf(string document, TextSpan passage) => Line.Flatten(passage.Of(document).ToString());

    private SplitDocument Split(string text, FeatureScratch scratch, CancellationToken cancel)
    {
        using var stage = Stages.Split();
        return _splitter.Split(text, scratch, cancel);
    }

    /// <summary>Tags a text as one passage, without cutting it.</summary>
    public PassageTags Tag(string text, TagOptions options)
    {
        var scorer = Borrow();
        try
        {
            return TagSpan(text, new(0, text.Length), options, scorer);
        }
        finally
        {
            Return(scorer);
        }
    }

    /// <summary>Tells the language of a text, without tags.</summary>
    public LanguageGuess Detect(string text)
    {
        var scorer = Borrow();
        try
        {
            TextNormalizer.Normalize(text, scorer.Scratch.Text);
            return Bundle.Identifier.Identify(scorer.Scratch);
        }
        finally
        {
            Return(scorer);
        }
    }

    /// <summary>Runs of one language inside a text, in order.</summary>
    public IReadOnlyList<LanguageSpan> DetectSpans(string text)
    {
        var scorer = Borrow();
        try
        {
            return LanguageSpanFinder.Find(text, Bundle.Identifier, scorer.Scratch);
        }
        finally
        {
            Return(scorer);
        }
    }

    /// <summary>Probabilities of all actors, then all event types, whatever the thresholds; for evaluation.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="language">Index of its language in <see cref="Languages.Tagged"/>.</param>
    /// <param name="date">When it appeared, null if unknown.</param>
    public float[] Probabilities(string text, int language, PassageDate? date)
    {
        var scorer = Borrow();
        try
        {
            var scores = new float[Bundle.Tags.Labels];
            TextNormalizer.Normalize(text, scorer.Scratch.Text);
            scorer.Score(text, language, date, scores);
            return scores;
        }
        finally
        {
            Return(scorer);
        }
    }

    /// <summary>Stance toward one actor, whether the models find the actor or not; for evaluation.</summary>
    public ScoredLabel StanceToward(string text, int language, PassageDate? date, int actor) =>
        StanceTowardEach(text, language, date, [actor])[0];

    /// <summary>Stance toward several actors, as <see cref="StanceToward"/> tells it.</summary>
    public ScoredLabel[] StanceTowardEach(string text, int language, PassageDate? date, IReadOnlyList<int> actors)
    {
        var scorer = Borrow();
        try
        {
            Span<float> scores = stackalloc float[Bundle.Tags.Labels];
            TextNormalizer.Normalize(text, scorer.Scratch.Text);
            scorer.Score(text, language, date, scores);
            return [.. actors.Select(a => StanceOf(scorer, a))];
        }
        finally
        {
            Return(scorer);
        }
    }

    private PassageTags TagSpan(string document, TextSpan span, TagOptions options, PassageScorer scorer)
    {
        var text = span.Of(document);
        var scratch = scorer.Scratch;
        TextNormalizer.Normalize(text, scratch.Text);
        var guess = Bundle.Identifier.Identify(scratch);
        var language = Languages.IndexOf(guess.Tag);
        if (language < 0)
        {
            return new(guess, [], [], UntaggedReason.LanguageNotSupported);
        }

        Span<float> scores = stackalloc float[Bundle.Tags.Labels];
        scorer.Score(text, language, options.Date, scores);
        var finder = options.WithEvidence ? new EvidenceFinder(scratch, span.Start) : null;
        return new(guess, Actors(scores, scorer, finder), Events(scores, scorer, finder), UntaggedReason.None);
    }

    private ActorTag[] Actors(ReadOnlySpan<float> scores, PassageScorer scorer, EvidenceFinder? finder)
    {
        Span<Scored> found = stackalloc Scored[_actors];
        found = found[..AboveThresholds(scores[.._actors], 0, found)];
        var tags = new ActorTag[found.Length];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = Actor(found[i], scorer, finder);
        }

        return tags;
    }

    private ActorTag Actor(Scored found, PassageScorer scorer, EvidenceFinder? finder)
    {
        var stance = StanceOf(scorer, found.Label);
        var tag = new ActorTag(Bundle.Manifest.Actors.Labels[found.Label], found.Score, stance);
        if (finder is null)
        {
            return tag;
        }

        return tag with
        {
            Evidence = scorer.TagEvidence(found.Label, finder),
            StanceEvidence = scorer.StanceEvidence(StanceIndex(stance.Label), finder),
        };
    }

    private EventTag[] Events(ReadOnlySpan<float> scores, PassageScorer scorer, EvidenceFinder? finder)
    {
        Span<Scored> found = stackalloc Scored[scores.Length - _actors];
        var count = AboveThresholds(scores[_actors..], _actors, found);
        var tags = new EventTag[Math.Min(count, Bundle.Taxonomy.MaxEvents)];
        for (var i = 0; i < tags.Length; i++)
        {
            var (label, score) = found[i];
            tags[i] = new(Bundle.Manifest.Events.Labels[label - _actors], score)
            {
                Evidence = finder is null ? [] : scorer.TagEvidence(label, finder),
            };
        }

        return tags;
    }

    /// <summary>
    /// Labels from a first one on whose scores reach their thresholds, likeliest first; gives how many.
    /// </summary>
    private int AboveThresholds(ReadOnlySpan<float> scores, int first, Span<Scored> found)
    {
        var count = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= Bundle.Thresholds[first + i])
            {
                found[count++] = new(first + i, scores[i]);
            }
        }

        found[..count].Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return count;
    }

    private ScoredLabel StanceOf(PassageScorer scorer, int actor)
    {
        var scores = scorer.Stance(actor);
        var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(scores);
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

    private PassageScorer Borrow()
    {
        if (_scorers.TryTake(out var scorer))
        {
            return scorer;
        }

        if (_made < Environment.ProcessorCount && Interlocked.Increment(ref _made) <= Environment.ProcessorCount)
        {
            return new PassageScorer(Bundle);
        }

        return _spare.TryTake(out scorer) ? scorer : new PassageScorer(Bundle, WordSums.FewPairs);
    }

    private void Return(PassageScorer scorer) =>
        (scorer.Scratch.WordPairs == WordSums.ManyPairs ? _scorers : _spare).Add(scorer);

    private readonly record struct Scored(int Label, float Score);
}
