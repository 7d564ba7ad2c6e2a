using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class PartReadersTests
{
    [Fact]
    public async Task Leaving_waits_for_all_that_began_whatever_came_of_them()
    {
        using var gate = new ManualResetEventSlim();
        var readers = new PartReaders();
        var failed = readers.Begin(Damaged);
        var last = readers.Begin(() => gate.Wait(TestContext.Current.CancellationToken));
        var left = Task.Run(readers.Dispose, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failed);
        Assert.False(left.IsCompleted);
        gate.Set();
        await left;
        Assert.True(last.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task What_was_read_or_went_wrong_is_the_tasks()
    {
        using var readers = new PartReaders();
        Assert.Equal(3, await readers.Begin(() => 3));
        Assert.Equal(4, await readers.Begin(() => Task.FromResult(4)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => readers.Begin(Damaged));
    }

    private static int Damaged() => throw new InvalidOperationException("damaged");
}
