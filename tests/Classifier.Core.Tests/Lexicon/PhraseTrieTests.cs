using Classifier.Core.Lexicon;

namespace Classifier.Core.Tests.Lexicon;

public sealed class PhraseTrieTests
{
    private static readonly PhraseTrie Trie = new([new("sdf", 0), new("sna", 1), new("s", 2), new("s", 3)]);

    [Fact]
    public void Phrases_that_begin_alike_share_states() => Assert.Equal(6, Trie.Count);

    [Fact]
    public void Children_stand_side_by_side_in_the_order_of_their_letters()
    {
        var (first, end) = Trie.ChildrenOf(Assert.Single(Children(0)));
        Assert.Equal("dn", Trie.Labels[first..end].ToString());
    }

    [Fact]
    public void A_state_has_all_phrases_that_end_at_it()
    {
        Assert.Equal([(2, 1), (3, 1)], Trie.Outputs.Of(1).ToArray());
        Assert.True(Trie.Outputs.Any(1));
        Assert.False(Trie.Outputs.Any(2));
    }

    [Fact]
    public void Without_phrases_there_is_the_root_alone()
    {
        var trie = new PhraseTrie([]);
        Assert.Equal(1, trie.Count);
        Assert.False(trie.Outputs.Any(0));
    }

    private static IEnumerable<int> Children(int state)
    {
        var (first, end) = Trie.ChildrenOf(state);
        return Enumerable.Range(first, end - first);
    }
}
