using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Text;

namespace Classifier.Service.Tagging;

/// <summary>Turns answers about languages into messages.</summary>
internal static class LanguageMapper
{
    public static V1.LanguageResult Result(string id, LanguageGuess guess, int topK) => new()
    {
        Id = id,
        Language = new()
        {
            Tag = guess.Tag,
            Score = Rounded.Of(guess.Score),
            Reliable = guess.Reliable,
            Script = ScriptCodes.Of(guess.Script),
        },
        Top = { guess.Top.Take(topK).Select(t => new V1.Language { Tag = t.Tag, Score = Rounded.Of(t.Score) }) },
    };

    public static IEnumerable<V1.LanguageSpan> Spans(string text, IReadOnlyList<LanguageSpan> spans, OffsetUnit unit)
    {
        var offsets = new OffsetConverter(text, unit);
        return spans.Select(span =>
        {
            var place = offsets.Convert(span.Span);
            return new V1.LanguageSpan { Start = place.Start, End = place.End, Tag = span.Tag };
        });
    }
}
