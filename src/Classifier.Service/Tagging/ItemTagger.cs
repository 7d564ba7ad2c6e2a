using Classifier.Core;

namespace Classifier.Service.Tagging;

/// <summary>Answers items of batches and streams. A bad item gets an error of its own; nothing is thrown.</summary>
internal sealed class ItemTagger(RequestReader reader, ILogger<ItemTagger> logger)
{
    public V1.PassageResult Tag(PassageClassifier classifier, V1.Passage passage, string field, TagSettings settings) =>
        Guard(
            () => TagChecked(classifier, passage, field, settings),
            error => Refused(classifier, passage, error));

    /// <summary>An item of a stream brings its own options, which may be wrong as well.</summary>
    public V1.PassageResult Tag(PassageClassifier classifier, V1.TagPassageStreamRequest request) =>
        Guard(
            () => TagChecked(classifier, request.Passage, "passage", FieldReader.Settings(request.Options)),
            error => Refused(classifier, request.Passage, error));

    public V1.LanguageResult Detect(
        PassageClassifier classifier, V1.TextItem item, string field, DetectSettings settings) =>
        Guard(
            () => DetectChecked(classifier, item, field, settings),
            error => new V1.LanguageResult { Id = item.Id, Error = error });

    private V1.PassageResult TagChecked(
        PassageClassifier classifier, V1.Passage passage, string field, TagSettings settings)
    {
        var date = reader.Passage(passage, field);
        var tags = classifier.Tag(passage.Text, new(date, settings.WithEvidence));
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

    private static V1.PassageResult Refused(PassageClassifier classifier, V1.Passage? passage, V1.ItemError error) =>
        new() { Id = passage?.Id ?? "", Error = error, ModelVersion = classifier.Bundle.Manifest.Version };

    private T Guard<T>(Func<T> answer, Func<V1.ItemError, T> refuse)
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

            return refuse(StatusMapper.ToItem(e));
        }
    }
}
