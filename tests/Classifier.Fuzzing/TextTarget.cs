using System.Runtime.InteropServices;
using System.Text;
using Classifier.Core;
using Classifier.Core.Text;

namespace Classifier.Fuzzing;

/// <summary>Texts, as UTF-16 with all that may be wrong in it, for every way there is to read one.</summary>
internal sealed class TextTarget(PassageClassifier classifier) : IFuzzTarget
{
    private static readonly TagOptions Full = new(new PassageDate(2026, 1, 20), WithEvidence: true);

    public string Name => "text";

    public IReadOnlyList<byte[]> Seeds { get; } = [.. FuzzSeeds.Texts.Select(Encoding.Unicode.GetBytes)];

    public Task TryAsync(byte[] input)
    {
        var text = new string(MemoryMarshal.Cast<byte, char>(input));
        classifier.DetectSpans(text);
        foreach (var evidence in classifier.Tag(text, Full).Actors.SelectMany(a => a.Evidence))
        {
            Check(evidence.Span.Start >= 0 && evidence.Span.End <= text.Length, $"Evidence at {evidence.Span}.");
        }

        var document = classifier.TagDocument(text, Full, CancellationToken.None);
        foreach (var passage in document.Passages.Select(p => p.Passage.Span))
        {
            Check(
                passage.Start >= 0 && passage.End <= text.Length && passage.Start <= passage.End,
                $"A passage at {passage}.");
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new FindingException(otherwise);
        }
    }
}
