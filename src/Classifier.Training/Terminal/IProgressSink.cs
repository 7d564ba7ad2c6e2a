namespace Classifier.Training.Terminal;

/// <summary>Where long work reports how far it is.</summary>
internal interface IProgressSink
{
    /// <summary>Opens a step; it ends when disposed.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="total">Units of work; 0 if unknown.</param>
    IProgressStep Begin(string name, long total);
}

/// <summary>A step under way. Thread-safe.</summary>
internal interface IProgressStep : IDisposable
{
    /// <summary>One more unit is done.</summary>
    void Advance() => Advance(1);

    /// <summary>Some more units are done.</summary>
    void Advance(long units);
}
