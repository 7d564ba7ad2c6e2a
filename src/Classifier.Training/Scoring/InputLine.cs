namespace Classifier.Training.Scoring;

/// <summary>One line of input, or the fact that it was too long to be read.</summary>
/// <param name="Bytes">The line without its end; empty where it was too long.</param>
/// <param name="Length">Its true length in bytes.</param>
internal readonly record struct InputLine(ReadOnlyMemory<byte> Bytes, long Length)
{
    public bool TooLong => Length > Bytes.Length;
}
