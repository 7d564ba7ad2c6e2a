using System.IO.Pipes;
using System.Text;
using Classifier.Core;
using Classifier.Training.Scoring;

namespace Classifier.Training.Tests.Scoring;

public sealed class LineQueueTests
{
    [Fact]
    public void Batches_keep_the_order_and_the_bounds()
    {
        using var queue = Of(string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i}\n")), mostLines: 7);
        var (batch, all) = (new List<InputLine>(), new List<string>());
        while (queue.Take(batch))
        {
            Assert.InRange(batch.Count, 1, 7);
            all.AddRange(batch.Select(l => Encoding.UTF8.GetString(l.Bytes.Span)));
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"{i}"), all);
        Assert.False(queue.IsDry);
    }

    [Fact]
    public void A_batch_ends_at_its_bytes_with_the_line_that_goes_over()
    {
        using var queue = Of("aaaa\nbbbb\ncccc\n", mostBytes: 5);
        var batch = new List<InputLine>();
        while (queue.Take(batch))
        {
            Assert.InRange(batch.Count, 1, 2);
        }
    }

    [Fact]
    public void What_goes_wrong_in_reading_is_thrown_where_lines_are_taken()
    {
        using var queue = new LineQueue(new(new MemoryStream(Encoding.Unicode.GetPreamble()), 100), 7, 100);
        Assert.Throws<ClassifierException>(() => queue.Take([]));
    }

    [Fact]
    public void A_queue_is_dry_while_its_input_is_open_and_empty()
    {
        using var input = new AnonymousPipeServerStream(PipeDirection.Out);
        using var from = new AnonymousPipeClientStream(PipeDirection.In, input.ClientSafePipeHandle);
        using var queue = new LineQueue(new(from, 100), 7, 100);
        Assert.True(queue.IsDry);
        input.Write("a line\n"u8);
        Assert.True(queue.Take([]));
        Assert.True(queue.IsDry);
        input.Dispose();
        Assert.False(queue.Take([]));
    }

    private static LineQueue Of(string text, int mostLines = 100, long mostBytes = 100) =>
        new(new(new MemoryStream(Encoding.UTF8.GetBytes(text)), 100), mostLines, mostBytes);
}
