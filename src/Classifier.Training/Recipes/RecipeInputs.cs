using Classifier.Core;
using Classifier.Core.Lexicon;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Recipes;

/// <summary>
/// A recipe with the files that it names. Lexicon and corpus are read when they are first asked for, and once.
/// </summary>
internal sealed class RecipeInputs
{
    private readonly string _home;
    private readonly Lazy<IReadOnlyList<LexiconEntry>> _entries;
    private readonly Lazy<ConceptLexicon> _lexicon;
    private readonly Lazy<List<CorpusRow>> _corpus;

    private RecipeInputs(string path)
    {
        _home = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        Path = path;
        Recipe = Recipe.Read(path);
        Taxonomy = TaxonomyCatalog.Read(TaxonomyPath);
        _entries = new(ReadEntries);
        _lexicon = new(() => new(Entries, Glossary.Read(LexiconPath)));
        _corpus = new(ReadCorpus);
    }

    public string Path { get; }

    public string TaxonomyPath => In(Recipe.Taxonomy);

    public string LexiconPath => In(Recipe.Lexicon);

    public string CorpusPath => In(Recipe.Corpus);

    public Recipe Recipe { get; }

    public TaxonomyCatalog Taxonomy { get; }

    /// <summary>Rows of the lexicon.</summary>
    /// <exception cref="ClassifierException">There is none, or one is malformed or names an unknown label.</exception>
    public IReadOnlyList<LexiconEntry> Entries => _entries.Value;

    /// <summary>The lexicon with its glossary, compiled.</summary>
    public ConceptLexicon Lexicon => _lexicon.Value;

    /// <exception cref="ClassifierException">A row carries what the taxonomy lacks, or lacks a stance.</exception>
    public List<CorpusRow> Corpus => _corpus.Value;

    public static RecipeInputs Read(string path) => new(path);

    /// <summary>The whole path of what the recipe names, or of what lies beside it.</summary>
    public string In(string path) => System.IO.Path.GetFullPath(System.IO.Path.Combine(_home, path));

    private IReadOnlyList<LexiconEntry> ReadEntries()
    {
        var entries = LexiconReader.ReadFolder(LexiconPath);
        if (entries.Count == 0)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "LEXICON_EMPTY",
                $"The lexicon {LexiconPath} holds no row; it needs files *.tsv with a concept, a language and a form "
                    + "in each row. Correct the recipe's 'lexicon'.");
        }

        LexiconLabels.Check(entries, Taxonomy);
        return entries;
    }

    private List<CorpusRow> ReadCorpus()
    {
        var rows = CorpusReader.Read(CorpusPath);
        EvaluationRows.Check(rows, Taxonomy);
        return rows;
    }
}
