namespace Classifier.Core.Models;

/// <summary>
/// Tasks that read the parts of a bundle side by side. Disposing waits for all of them, so that a bundle that is
/// refused leaves nobody at its files, and no error that nobody saw.
/// </summary>
internal sealed class PartReaders : IDisposable
{
    private readonly List<Task> _begun = [];

    public Task<T> Begin<T>(Func<T> read) => Keep(Task.Run(read));

    public Task<T> Begin<T>(Func<Task<T>> read) => Keep(Task.Run(read));

    public Task Begin(Action read) => Keep(Task.Run(read));

    public void Dispose() => Task.WhenAll(_begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)
        .GetAwaiter().GetResult();

    private TTask Keep<TTask>(TTask task)
        where TTask : Task
    {
        _begun.Add(task);
        return task;
    }
}
