namespace Classifier.Core.Text;

/// <summary>A half-open range of a text, in UTF-16 units unless it has been converted.</summary>
/// <param name="Start">First unit, from 0.</param>
/// <param name="End">One past the last unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];

    public override string ToString() => $"[{Start},{End})";
}
