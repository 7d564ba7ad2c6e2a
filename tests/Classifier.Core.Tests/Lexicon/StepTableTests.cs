using Classifier.Core.Lexicon;
using CsCheck;

namespace Classifier.Core.Tests.Lexicon;

public sealed class StepTableTests
{
    private static readonly Gen<PhraseTrie> Tries = Gen.Char['a', 'z'].Array[1, 5]
        .Select(c => new string(c)).Array[1, 60]
        .Select(texts => new PhraseTrie(texts.Select((text, i) => new Phrase(text, i))));

    [Fact]
    public void Every_state_has_a_place_of_its_own() => Tries.Sample(trie =>
    {
        var (_, places) = Build(trie);
        Assert.Equal(trie.Count, places.Distinct().Count());
        Assert.Equal(0, places[0]);
    });

    [Fact]
    public void A_cell_has_the_parent_whose_base_and_letter_lead_to_it() => Tries.Sample(trie =>
    {
        var (steps, places) = Build(trie);
        for (var state = 0; state < trie.Count; state++)
        {
            var (first, end) = trie.ChildrenOf(state);
            for (var child = first; child < end; child++)
            {
                var cell = steps.Cells[places[state]].Base + steps.LetterOf(trie.Labels[child]);
                Assert.Equal((places[child], places[state]), (cell, steps.Cells[cell].Parent));
            }
        }
    });

    [Fact]
    public void A_step_from_any_state_with_any_letter_stays_in_the_table() => Tries.Sample(trie =>
    {
        var (steps, places) = Build(trie);
        var most = trie.Labels[1..].ToArray().Max(steps.LetterOf);
        Assert.All(places, place => Assert.InRange(steps.Cells[place].Base + most, 0, steps.Cells.Length - 1));
    });

    [Theory]
    [InlineData('a', 1)]
    [InlineData('b', 2)]
    [InlineData('c', 0)]
    [InlineData('\uFFFF', 0)]
    public void Characters_of_no_phrase_have_no_number(char letter, int number) =>
        Assert.Equal(number, Build(new([new("ab", 0)])).Steps.LetterOf(letter));

    private static (StepTable Steps, int[] Places) Build(PhraseTrie trie)
    {
        var places = new int[trie.Count];
        return (new(trie, places), places);
    }
}
