using Classifier.Training.Terminal;

namespace Classifier.Training.Tests;

/// <summary>Progress that nobody watches.</summary>
internal sealed class SilentProgress : IProgressSink, IProgressStep
{
    public IProgressStep Begin(string name, long total) => this;

    public void Advance(long units)
    {
    }

    public void Dispose()
    {
    }
}
