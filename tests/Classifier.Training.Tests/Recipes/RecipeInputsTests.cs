using Classifier.Core;
using Classifier.Training.Recipes;

namespace Classifier.Training.Tests.Recipes;

/// <summary>The files that a recipe names.</summary>
public sealed class RecipeInputsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public RecipeInputsTests() => TinyModels.CopyTo(_folder.Path, withText: false);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_are_read_once_and_stand_beside_the_recipe()
    {
        var inputs = Read();
        Assert.Equal(_folder["corpus"], inputs.CorpusPath);
        Assert.Same(inputs.Corpus, inputs.Corpus);
        Assert.Same(inputs.Lexicon, inputs.Lexicon);
        Assert.Equal(60, inputs.Corpus.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("# concept\tlang\tform\n")]
    public void A_lexicon_without_rows_is_refused_by_name(string? text)
    {
        File.Delete(_folder["lexicon/tiny.tsv"]);
        if (text is not null)
        {
            _folder.Write("lexicon/tiny.tsv", text);
        }

        var error = Assert.Throws<ClassifierException>(() => Read().Lexicon);
        Assert.StartsWith(
            $"The lexicon {_folder["lexicon"]} holds no row; it needs files *.tsv", error.Message,
            StringComparison.Ordinal);
    }

    /// <summary>A corpus is validated, and its text read by people, before there is a lexicon.</summary>
    [Fact]
    public void Nothing_is_read_that_nobody_asked_for()
    {
        Directory.Delete(_folder["lexicon"], recursive: true);
        Assert.Equal(60, Read().Corpus.Count);
    }

    [Theory]
    [InlineData("", "There is no row")]
    [InlineData(
        """{"id":"a","lang":"nl","text":"x","actors":["nato"],"events":[],"stance":{}}""",
        "Row a carries actor 'nato'")]
    [InlineData(
        """{"id":"a","lang":"nl","text":"x","actors":["sdf"],"events":[],"stance":{}}""",
        "Row a has no stance")]
    public void A_corpus_that_nothing_can_be_learnt_from_is_refused(string row, string message)
    {
        _folder.WriteLines("corpus/tiny.jsonl", row);
        Assert.StartsWith(
            message, Assert.Throws<ClassifierException>(() => Read().Corpus).Message, StringComparison.Ordinal);
    }

    private RecipeInputs Read() => RecipeInputs.Read(_folder["recipe.json"]);
}
