using Classifier.Core.Features;
using Classifier.Core.Text;

namespace Classifier.Core.Language;

/// <summary>What the words of one script say of their language, each on its own.</summary>
internal sealed class LanguageWords(Script script, LanguageSpec spec) : IWordFeatures
{
    public void AddWord(NormalizedText text, int token, FeatureList into) =>
        LanguageFeatures.AddWord(text, script, spec, token, into);
}
