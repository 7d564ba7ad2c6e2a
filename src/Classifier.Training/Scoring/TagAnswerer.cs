using System.Buffers;
using Classifier.Core;
using Classifier.Core.Text;

namespace Classifier.Training.Scoring;

/// <summary>Tags each row as one passage.</summary>
internal sealed class TagAnswerer(PassageClassifier classifier, bool withEvidence, OffsetUnit unit) : IRowAnswerer
{
    private readonly ResultWriter _writer = new(classifier.Bundle.Manifest.Version, unit, withEvidence);

    public string Work => "score";

    public void Answer(ScoreRow row, IBufferWriter<byte> into)
    {
        TextGuard.Check(row.Text, ScoreRun.MaxText, "text");
        _writer.Write(row, classifier.Tag(row.Text!, new(row.Date, withEvidence)), into);
    }
}
