namespace Classifier.Training.Fitting;

/// <summary>What a network is to learn from a passage.</summary>
/// <param name="Labels">1 for each label that it carries and 0 for the others.</param>
/// <param name="Cues">For labels whose cues are known, their words as the passage's set numbers them.</param>
internal sealed record Lesson(float[] Labels, IReadOnlyList<(int Label, int[] Words)> Cues)
{
    /// <summary>One for each passage, without cues.</summary>
    public static Lesson[] Of(IEnumerable<float[]> labels) => [.. labels.Select(l => new Lesson(l, []))];
}
