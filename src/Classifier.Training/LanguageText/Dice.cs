using Classifier.Core.Features;

namespace Classifier.Training.LanguageText;

/// <summary>Chance that a text itself decides, so that no random state is carried from line to line.</summary>
internal struct Dice(uint seed, ReadOnlySpan<char> text)
{
    private const uint Step = 0x9E3779B9;

    private uint _state = FeatureHash.Of(seed, text);

    /// <summary>A number from 0, below the given one.</summary>
    public int Next(int below)
    {
        _state = FeatureHash.Finish(_state + Step);
        return (int)(_state % (uint)below);
    }

    public bool Chance(float share) => Next(10000) < share * 10000;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];
}
