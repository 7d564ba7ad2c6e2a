using System.Text.Json.Nodes;
using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Training.Corpus;

namespace Classifier.Training.Evaluation;

/// <summary>
/// The words that a bundle gives as evidence of event types against the cues that readers marked, for event types that
/// it found and that have cues: words in common, as DeYoung et al. count them ("ERASER: a benchmark to evaluate
/// rationalized NLP models", 2020, https://aclanthology.org/2020.acl-main.408), and how often the strongest evidence
/// touches a cue (the pointing game of
/// Zhang et al., "Top-down neural attention by excitation backprop", 2016, https://arxiv.org/abs/1608.00507).
/// </summary>
internal sealed class EvidenceReport
{
    private readonly NormalizedText _text = new();
    private Tally _words;
    private int _pointed;

    /// <summary>Event types that were found and have cues.</summary>
    public int Tags { get; private set; }

    /// <summary>Share of them whose strongest evidence touches a cue, 0 to 1.</summary>
    public double Pointing => Tags == 0 ? 0 : (double)_pointed / Tags;

    /// <summary>Words of evidence against words of cues; the support is the number of the latter.</summary>
    public Score Words => Score.Of(_words);

    /// <summary>Counts one passage; without cues, nothing.</summary>
    public void Add(CorpusRow row, IReadOnlyList<EventTag> events)
    {
        if (row.Cues.Count == 0)
        {
            return;
        }

        TextNormalizer.Normalize(row.Text, _text);
        foreach (var (label, cues) in CueWords.Of(row, _text))
        {
            if (row.Events.Contains(label) && events.FirstOrDefault(e => e.Label == label) is { } found)
            {
                Add(cues, found.Evidence);
            }
        }
    }

    public JsonObject ToJson() => new()
    {
        ["tags"] = Tags,
        ["pointing"] = Math.Round(Pointing, 4),
        ["precision"] = Math.Round(Words.Precision, 4),
        ["recall"] = Math.Round(Words.Recall, 4),
        ["f1-score"] = Math.Round(Words.F1, 4),
        ["support"] = Words.Support,
    };

    private void Add(int[] cues, IReadOnlyList<Evidence> evidence)
    {
        int[] given = [.. evidence.SelectMany(e => CueWords.Within(e.Span, _text)).Distinct()];
        _words += new Tally(given.Intersect(cues).Count(), given.Length, cues.Length);
        Tags++;
        _pointed += evidence.Count > 0
            && CueWords.Within(evidence.MaxBy(e => e.Weight).Span, _text).Intersect(cues).Any() ? 1 : 0;
    }
}
