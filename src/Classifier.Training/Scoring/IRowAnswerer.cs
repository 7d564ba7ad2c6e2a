using System.Buffers;
using Classifier.Core;

namespace Classifier.Training.Scoring;

/// <summary>What a run does with each row. Several threads ask at once.</summary>
internal interface IRowAnswerer
{
    /// <summary>The work in a word, for the progress bar.</summary>
    string Work { get; }

    /// <summary>Writes the answer as one line, with its end.</summary>
    /// <param name="row">A row without an error; its text may still be refused.</param>
    /// <param name="into">Empty; what was written is dropped where the row is refused.</param>
    /// <exception cref="ClassifierException">The row is refused.</exception>
    void Answer(ScoreRow row, IBufferWriter<byte> into);
}
