using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;
using Classifier.Training.Corpus;

namespace Classifier.Training.Evaluation;

/// <summary>Which concepts of the lexicon stand in a row. One for each thread.</summary>
internal sealed class RowConcepts(ConceptLexicon lexicon)
{
    private readonly FeatureScratch _scratch = new();

    public HashSet<string> Of(CorpusRow row)
    {
        TextNormalizer.Normalize(row.Text, _scratch.Text);
        lexicon.Match(row.Text, _scratch.Text, Languages.IndexOf(row.Lang), row.When, _scratch.Concepts);
        return _scratch.Concepts.Hits.Select(h => lexicon.ConceptNames[h.Concept]).ToHashSet(StringComparer.Ordinal);
    }
}
