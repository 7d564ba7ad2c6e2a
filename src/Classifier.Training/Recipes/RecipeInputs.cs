using Classifier.Core;
using Classifier.Core.Lexicon;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Recipes;

/// <summary>A recipe with the files that it names.</summary>
internal sealed class RecipeInputs
{
    private readonly string _home;

    private RecipeInputs(string path)
    {
        _home = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        Path = path;
        Recipe = Recipe.Read(path);
        Taxonomy = TaxonomyCatalog.Read(In(Recipe.Taxonomy));
        Entries = LexiconReader.ReadFolder(In(Recipe.Lexicon));
        LexiconLabels.Check(Entries, Taxonomy);
        Lexicon = ConceptLexicon.Read(In(Recipe.Lexicon));
    }

    public string Path { get; }

    public Recipe Recipe { get; }

    public TaxonomyCatalog Taxonomy { get; }

    /// <summary>Rows of the lexicon.</summary>
    public IReadOnlyList<LexiconEntry> Entries { get; }

    /// <summary>The lexicon with its glossary, compiled.</summary>
    public ConceptLexicon Lexicon { get; }

    public static RecipeInputs Read(string path) => new(path);

    /// <exception cref="ClassifierException">A row carries what the taxonomy lacks, or lacks a stance.</exception>
    public List<CorpusRow> Corpus()
    {
        var rows = CorpusReader.Read(In(Recipe.Corpus));
        EvaluationRows.Check(rows, Taxonomy);
        return rows;
    }

    private string In(string path) => System.IO.Path.Combine(_home, path);
}
