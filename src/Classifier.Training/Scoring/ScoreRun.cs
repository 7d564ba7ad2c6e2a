using System.Buffers;
using Classifier.Core;
using Classifier.Training.Terminal;

namespace Classifier.Training.Scoring;

/// <summary>How many lines a run has read, and how many were bad.</summary>
internal readonly record struct ScoreCounts(long Lines, long Bad);

/// <summary>
/// A filter from JSON Lines to JSON Lines: one line out for each line in, in order. Lines are read in batches that all
/// cores share; a batch ends at a number of lines or bytes, so memory stays flat whatever the input, and where no more
/// input is ready, so that what has come is answered.
/// </summary>
internal sealed class ScoreRun(IRowAnswerer answerer, IProgressSink progress)
{
    /// <summary>Longest line that is read, in bytes; longer ones are answered by an error.</summary>
    public const int MaxLine = 32 << 20;

    /// <summary>Longest text, in UTF-16 units; a passage has some 1,200 at most, so this leaves room.</summary>
    public const int MaxText = 10_000;

    private const int BatchLines = 1024;
    private const int BatchBytes = 4 << 20;

    private readonly ArrayBufferWriter<byte>[] _results =
        [.. Enumerable.Range(0, BatchLines).Select(_ => new ArrayBufferWriter<byte>(512))];

    public ScoreCounts Run(Stream input, Stream output)
    {
        using var step = progress.Begin(answerer.Work, 0);
        using var queue = new LineQueue(new LineReader(input, MaxLine), BatchLines, BatchBytes);
        var batch = new List<InputLine>(BatchLines);
        var (lines, bad) = (0L, 0L);
        while (queue.Take(batch))
        {
            bad += Answer(batch);
            Write(batch.Count, output);
            if (queue.IsDry)
            {
                output.Flush();
            }

            lines += batch.Count;
            step.Advance(batch.Count);
        }

        output.Flush();
        return new(lines, bad);
    }

    private int Answer(List<InputLine> batch)
    {
        var bad = 0;
        Parallel.For(0, batch.Count, i =>
        {
            if (!AnswerLine(batch[i], _results[i]))
            {
                Interlocked.Increment(ref bad);
            }
        });
        return bad;
    }

    private bool AnswerLine(InputLine line, ArrayBufferWriter<byte> into)
    {
        var row = ScoreRow.Parse(line, MaxLine);
        try
        {
            if (row.Error is not null)
            {
                throw row.Error;
            }

            answerer.Answer(row, into);
            return true;
        }
        catch (ClassifierException e)
        {
            into.ResetWrittenCount();
            ResultLine.WriteError(row, e, into);
            return false;
        }
    }

    private void Write(int count, Stream output)
    {
        for (var i = 0; i < count; i++)
        {
            output.Write(_results[i].WrittenSpan);
            _results[i].ResetWrittenCount();
        }
    }
}
