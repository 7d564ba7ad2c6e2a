namespace Classifier.Fuzzing;

/// <summary>Something that takes bytes from strangers.</summary>
internal interface IFuzzTarget : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Sound inputs, which the others are made from.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Takes an input, and throws where it was not taken as it should be.</summary>
    Task TryAsync(byte[] input);
}

/// <summary>An input was not taken as it should be.</summary>
internal sealed class FindingException(string message) : Exception(message);
