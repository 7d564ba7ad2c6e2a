namespace Classifier.Training.Doubts;

/// <summary>A label that models which have not seen the passage would give, or would not.</summary>
/// <param name="Id">The passage.</param>
/// <param name="Lang">Its language.</param>
/// <param name="Family">actors, events, or stance.</param>
/// <param name="Label">The label; for a stance <c>actor:stance</c>.</param>
/// <param name="Given">Whether the corpus gives it.</param>
/// <param name="Probability">What the models say of it, 0 to 1.</param>
/// <param name="Text">The passage's text.</param>
internal sealed record Doubt(
    string Id, string Lang, string Family, string Label, bool Given, float Probability, string Text)
{
    /// <summary>How far corpus and models are apart, 0 to 1.</summary>
    public float Distance => Given ? 1 - Probability : Probability;
}
