using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Features;

/// <summary>The part of a text's features that each word has on its own, whatever stands around it.</summary>
internal interface IWordFeatures
{
    /// <summary>
    /// Adds the features of one word, at the value that they have in a text where nothing thins them.
    /// </summary>
    /// <param name="text">The text; only the token's letters and kind may count.</param>
    /// <param name="token">Which token.</param>
    /// <param name="into">Added to.</param>
    void AddWord(NormalizedText text, int token, FeatureList into);

    /// <summary>What else is to be remembered of a word: what the lexicon makes of it, where it is asked.</summary>
    /// <param name="text">The text; only the token's letters and kind may count.</param>
    /// <param name="token">Which token.</param>
    LexiconSteps StepsOf(NormalizedText text, int token) => new(LexiconSteps.Unknown, LexiconSteps.Unknown);
}
