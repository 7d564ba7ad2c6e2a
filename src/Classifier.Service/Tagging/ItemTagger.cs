using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Shadow;
using Classifier.Service.Telemetry;

namespace Classifier.Service.Tagging;

/// <summary>Answers items of batches and streams. A bad item gets an error of its own; nothing is thrown.</summary>
internal sealed class ItemTagger(
    RequestReader reader, ShadowScorer shadow, ServiceMetrics metrics, ILogger<ItemTagger> logger)
{
    public V1.PassageResult Tag(PassageClassifier classifier, V1.Passage passage, string field, TagSettings settings) =>
        Guard(
            () => TagChecked(classifier, passage, field, settings),
            e => Refuse(classifier, passage, e));

    /// <summary>An item of a stream brings its own options, which may be wrong as well.</summary>
    public V1.PassageResult Tag(PassageClassifier classifier, V1.TagPassageStreamRequest request) =>
        Guard(
            () => TagChecked(classifier, request),
            e => Refuse(classifier, request.Passage, e));

    public V1.LanguageResult Detect(
        PassageClassifier classifier, V1.TextItem item, string field, DetectSettings settings) =>
        Guard(
            () => DetectChecked(classifier, item, field, settings),
            e => Refuse(item, e));

    /// <summary>The answer to a passage that was refused.</summary>
    /// <param name="classifier">The models that would have answered.</param>
    /// <param name="passage">Null where the client left it out.</param>
    /// <param name="error">Why it was refused.</param>
    public V1.PassageResult Refuse(PassageClassifier classifier, V1.Passage? passage, Exception error) => new()
    {
        Id = passage?.Id ?? "",
        Error = Counted(error),
        ModelVersion = classifier.Bundle.Manifest.Version,
    };

    /// <summary>The answer to a text that was refused.</summary>
    public V1.LanguageResult Refuse(V1.TextItem item, Exception error) =>
        new() { Id = item.Id, Error = Counted(error) };

    private V1.PassageResult TagChecked(PassageClassifier classifier, V1.TagPassageStreamRequest request)
    {
        if (Malformed.Is(request))
        {
            throw Malformed.Error("message");
        }

        return TagChecked(classifier, request.Passage, "passage", FieldReader.Settings(request.Options));
    }

    private V1.PassageResult TagChecked(
        PassageClassifier classifier, V1.Passage passage, string field, TagSettings settings)
    {
        var date = reader.Passage(passage, field);
        var tags = classifier.Tag(passage.Text, new(date, settings.WithEvidence));
        shadow.Offer(classifier, passage.Text, date, tags);
        return ResponseMapper.Passage(passage, tags, settings, classifier.Bundle.Manifest.Version);
    }

    private V1.LanguageResult DetectChecked(
        PassageClassifier classifier, V1.TextItem item, string field, DetectSettings settings)
    {
        reader.LanguageText(item.Text, $"{field}.text");
        var result = LanguageMapper.Result(item.Id, classifier.Detect(item.Text), settings.TopK);
        if (settings.WithSpans)
        {
            result.Spans.AddRange(LanguageMapper.Spans(item.Text, classifier.DetectSpans(item.Text), settings.Unit));
        }

        return result;
    }

    private V1.ItemError Counted(Exception error)
    {
        metrics.ItemRefused(error is ClassifierException known ? known.Reason : "INTERNAL");
        return StatusMapper.ToItem(error);
    }

    private T Guard<T>(Func<T> answer, Func<Exception, T> refuse)
    {
        try
        {
            return answer();
        }
        catch (Exception e)
        {
            if (e is not ClassifierException)
            {
                Log.Unexpected(logger, "an item", e.GetType().Name, e.StackTrace);
            }

            return refuse(e);
        }
    }
}
