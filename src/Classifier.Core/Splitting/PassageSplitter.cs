using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Core.Splitting;

/// <summary>
/// Documents as people paste them, cut into passages: one to five sentences of one language and one voice. A long
/// quotation in another language than its surroundings becomes a passage of its own. Offsets are carried from the
/// document through every step, never searched for; the time is linear in its length. Immutable; the scratch belongs
/// to the call.
/// </summary>
internal sealed class PassageSplitter(LanguageIdentifier identifier)
{
    /// <summary>Longest passage, in UTF-16 units.</summary>
    public const int MaxLength = 1200;

    /// <summary>Most sentences in a passage.</summary>
    public const int MaxSentences = 5;

    /// <summary>
    /// Cuts a document. Every visible character ends up in a passage or an aside; marks that belong to no passage, such
    /// as those around a quotation that was taken out, are asides too.
    /// </summary>
    public SplitDocument Split(string text, FeatureScratch scratch, CancellationToken cancel = default)
    {
        var voices = new List<TextSpan>();
        var asides = new List<Aside>();
        VoiceScanner.Scan(text, voices, asides);
        var flat = Line.Flatten(text);
        var passages = new List<Passage>();
        foreach (var (voice, quotes) in VoiceQuotes.Find(flat, voices))
        {
            cancel.ThrowIfCancellationRequested();
            var reader = new VoiceReader(flat, voice, identifier, scratch);
            foreach (var part in VoiceParts.Of(reader, voice, quotes))
            {
                cancel.ThrowIfCancellationRequested();
                SentenceGrouper.AddPassages(reader, part, passages);
            }
        }

        return LeftOvers.Report(text, passages, asides);
    }
}
