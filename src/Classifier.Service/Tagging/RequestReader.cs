using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Microsoft.Extensions.Options;
using TaggedLanguages = Classifier.Core.Language.Languages;

namespace Classifier.Service.Tagging;

/// <summary>Checks requests; throws <see cref="ClassifierException"/> for the first rule that is broken.</summary>
internal sealed class RequestReader(IOptions<ServiceOptions> options)
{
    private static readonly int MaxTopK = TaggedLanguages.Answers;

    public static readonly string TopKRange = $"0 to {MaxTopK}";

    private readonly ServiceOptions _limits = options.Value;

    public (TagSettings Settings, PassageDate? Date) Document(V1.TagDocumentRequest request)
    {
        TextGuard.Check(request.Text, _limits.MaxDocumentLength, "text");
        return (FieldReader.Settings(request.Options), FieldReader.Date(request.Date, "date"));
    }

    /// <summary>Checks a passage and gives its date.</summary>
    /// <param name="passage">Null where the client left it out.</param>
    /// <param name="field">Path of the passage in the request.</param>
    public PassageDate? Passage(V1.Passage? passage, string field)
    {
        if (passage is null)
        {
            throw Violation.Of("PASSAGE_MISSING", field, "is missing");
        }

        TextGuard.Check(passage.Text, _limits.MaxPassageLength, $"{field}.text");
        return FieldReader.Date(passage.Date, $"{field}.date");
    }

    /// <summary>Checks a text whose language is asked. Nothing to read is no error there: it is <c>und</c>.</summary>
    public void LanguageText(string text, string field) => TextGuard.CheckForm(text, _limits.MaxPassageLength, field);

    public DetectSettings Languages(V1.DetectLanguageRequest request)
    {
        BatchSize.Check(request.Texts.Count, _limits.MaxBatchSize, "texts");
        if (request.TopK < 0 || request.TopK > MaxTopK)
        {
            throw Violation.Of("TOP_K_OUT_OF_RANGE", "top_k", $"is {request.TopK}; allowed is {TopKRange}");
        }

        return new(FieldReader.Unit(request.OffsetUnit, "offset_unit"), request.TopK, request.WithSpans);
    }

    public TagSettings Passages(V1.TagPassagesRequest request)
    {
        BatchSize.Check(request.Passages.Count, _limits.MaxBatchSize, "passages");
        return FieldReader.Settings(request.Options);
    }

    public V1.Limits Limits() => new()
    {
        MaxDocumentLength = _limits.MaxDocumentLength,
        MaxPassageLength = _limits.MaxPassageLength,
        MaxBatchSize = _limits.MaxBatchSize,
        MaxMessageBytes = _limits.MaxMessageBytes,
        MaxConcurrentCalls = _limits.MaxConcurrentCalls,
        MaxQueuedCalls = _limits.MaxQueuedCalls,
    };
}
