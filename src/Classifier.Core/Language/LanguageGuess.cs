using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>A tag with its probability, 0 to 1.</summary>
public readonly record struct LanguageScore(string Tag, float Score);

/// <summary>What language a text is in.</summary>
/// <param name="Tag"><c>nl</c>, <c>en</c>, <c>kmr</c>, <c>ckb</c> or <c>und</c>.</param>
/// <param name="Score">Probability of the tag, 0 to 1.</param>
/// <param name="Reliable">Enough text and a clear lead.</param>
/// <param name="Script">Script of most letters.</param>
/// <param name="Top">All tags that the script allows, likeliest first.</param>
public sealed record LanguageGuess(
    string Tag, float Score, bool Reliable, Script Script, IReadOnlyList<LanguageScore> Top);
