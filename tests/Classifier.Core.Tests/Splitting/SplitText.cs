using Classifier.Core.Features;
using Classifier.Core.Splitting;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Splitting;

/// <summary>A document with its parts written out.</summary>
internal sealed class SplitText
{
    public SplitText(SharedBundle shared, string document)
    {
        Document = document;
        Result = new PassageSplitter(shared.Bundle.Identifier).Split(document, new FeatureScratch());
    }

    public string Document { get; }

    public SplitDocument Result { get; }

    public IEnumerable<string> Passages => Result.Passages.Select(p => p.Span.Of(Document).ToString());

    public IEnumerable<string> Quotes =>
        Result.Passages.Where(p => p.IsQuote).Select(p => p.Span.Of(Document).ToString());

    /// <summary>Links and attributions.</summary>
    public IEnumerable<string> Asides =>
        Result.Asides.Where(a => a.Kind != AsideKind.Mark).Select(a => a.Span.Of(Document).ToString());

    public IEnumerable<string> Marks =>
        Result.Asides.Where(a => a.Kind == AsideKind.Mark).Select(a => a.Span.Of(Document).ToString());

    /// <summary>Visible characters that belong to no part.</summary>
    public string Lost()
    {
        var kept = new bool[Document.Length];
        foreach (var span in Result.Passages.Select(p => p.Span).Concat(Result.Asides.Select(a => a.Span)))
        {
            kept.AsSpan(span.Start, span.Length).Fill(true);
        }

        return new([.. Document.Where((c, i) => !kept[i] && !IsBlank(c))]);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c)
        || c is '\uFEFF' or '\u200B' or '\u200E' or '\u200F'
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
