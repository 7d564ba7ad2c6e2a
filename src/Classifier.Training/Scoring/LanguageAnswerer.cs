using System.Buffers;
using Classifier.Core;
using Classifier.Core.Text;

namespace Classifier.Training.Scoring;

/// <summary>Tells the language of each row, by the rules of the service's <c>DetectLanguage</c>.</summary>
internal sealed class LanguageAnswerer(PassageClassifier classifier, int topK, bool withSpans, OffsetUnit unit)
    : IRowAnswerer
{
    private readonly LanguageResultWriter _writer = new(classifier.Bundle.Manifest.Version, topK, unit);

    public string Work => "detect";

    public void Answer(ScoreRow row, IBufferWriter<byte> into)
    {
        TextGuard.CheckForm(row.Text!, ScoreRun.MaxText, "text");
        var spans = withSpans ? classifier.DetectSpans(row.Text!) : null;
        _writer.Write(row, classifier.Detect(row.Text!), spans, into);
    }
}
