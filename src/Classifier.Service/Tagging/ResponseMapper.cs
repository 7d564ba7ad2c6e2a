using Classifier.Core;
using Classifier.Core.Text;

namespace Classifier.Service.Tagging;

/// <summary>Turns tags into messages.</summary>
internal static class ResponseMapper
{
    public static V1.TagDocumentResponse Document(
        V1.TagDocumentRequest request, DocumentTags tags, TagSettings settings, string version)
    {
        var response = new V1.TagDocumentResponse { ModelVersion = version };
        var offsets = new OffsetConverter(request.Text, settings.Unit);
        foreach (var passage in tags.Passages)
        {
            response.Passages.Add(DocumentPassage(request, passage, settings, offsets));
        }

        foreach (var aside in tags.Asides)
        {
            response.Asides.Add(Aside(request, aside, offsets));
        }

        return response;
    }

    /// <param name="passage">The passage as received.</param>
    /// <param name="tags">What was found in it.</param>
    /// <param name="settings">What the caller wants to know.</param>
    /// <param name="version">Version of the bundle.</param>
    public static V1.PassageResult Passage(V1.Passage passage, PassageTags tags, TagSettings settings, string version)
    {
        var whole = new TextSpan(0, passage.Text.Length);
        var offsets = new OffsetMap(passage.Text, whole, settings.Unit, new(passage.Text, settings.Unit));
        var result = new V1.PassageResult
        {
            Id = passage.Id,
            Language = TagMapper.Language(tags),
            Actors = { TagMapper.Actors(tags, settings, offsets) },
            Events = { TagMapper.Events(tags, settings, offsets) },
            ModelVersion = version,
        };
        if (tags.UntaggedName is { } reason)
        {
            result.UntaggedReason = reason;
        }

        return result;
    }

    private static V1.DocumentPassage DocumentPassage(
        V1.TagDocumentRequest request, DocumentPassage passage, TagSettings settings, OffsetConverter document)
    {
        var (place, tags) = passage;
        var offsets = new OffsetMap(request.Text, place.Span, settings.Unit, document);
        var message = new V1.DocumentPassage
        {
            Start = offsets.Passage.Start,
            End = offsets.Passage.End,
            Quote = place.IsQuote,
            Language = TagMapper.Language(tags),
            Actors = { TagMapper.Actors(tags, settings, offsets) },
            Events = { TagMapper.Events(tags, settings, offsets) },
        };
        if (request.WithText)
        {
            message.Text = place.Span.Of(request.Text).ToString();
        }

        if (tags.UntaggedName is { } reason)
        {
            message.UntaggedReason = reason;
        }

        return message;
    }

    private static V1.Aside Aside(V1.TagDocumentRequest request, Aside aside, OffsetConverter document)
    {
        var place = document.Convert(aside.Span);
        var message = new V1.Aside { Start = place.Start, End = place.End, Kind = KindOf(aside.Kind) };
        if (request.WithText)
        {
            message.Text = aside.Span.Of(request.Text).ToString();
        }

        return message;
    }

    private static string KindOf(AsideKind kind) => kind switch
    {
        AsideKind.Link => "link",
        AsideKind.Attribution => "attribution",
        AsideKind.Mark => "mark",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no name on the wire"),
    };
}
