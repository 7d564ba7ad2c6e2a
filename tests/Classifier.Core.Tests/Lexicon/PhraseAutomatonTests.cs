using Classifier.Core.Lexicon;
using Classifier.Core.Tests.Text;
using CsCheck;

namespace Classifier.Core.Tests.Lexicon;

public sealed class PhraseAutomatonTests
{
    private static readonly Gen<string> Phrase =
        Gen.OneOfConst('a', 'b', 'ş', ' ').Array[1, 4].Select(c => new string(c));

    private static readonly Gen<string> Text =
        Gen.OneOfConst('a', 'b', 'ş', ' ', 'c').Array[0, 60].Select(c => new string(c));

    [Fact]
    public void It_finds_what_a_naive_search_finds() => Gen.Select(Phrase.Array[0, 12], Text).Sample(
        (phrases, text) => Assert.Equal(Naive(phrases, text).Order(Order), Run(phrases, text).Order(Order)),
        iter: 2000);

    [Fact]
    public void What_is_known_of_single_words_changes_nothing() => Gen.Select(Phrase.Array[0, 12], Text).Sample(
        (phrases, text) =>
        {
            var automaton = Build(phrases);
            var view = Normalized.Of(text).Plain;
            var steps =
                Enumerable.Range(0, view.Count).Select(token => automaton.After(view.Bounded(token)[1..])).ToArray();
            var (whole, plain, folded) = (new List<PhraseMatch>(), new List<PhraseMatch>(), new List<PhraseMatch>());
            automaton.Run(view.Text, whole);
            automaton.Run(
                view, [.. steps.Select(s => new LexiconSteps(s, LexiconSteps.Unknown))], folded: false, plain);
            automaton.Run(
                view, [.. steps.Select(s => new LexiconSteps(LexiconSteps.Unknown, s))], folded: true, folded);
            Assert.Equal(whole.Where(m => m.End > 1), plain);
            Assert.Equal(plain, folded);
        },
        iter: 2000);

    [Fact]
    public void A_word_in_which_a_phrase_ends_is_to_be_looked_at_again()
    {
        var automaton = Build(["ypg", " de ypg "]);
        Assert.Equal(LexiconSteps.Unknown, automaton.After("ypg "));
        Assert.NotEqual(LexiconSteps.Unknown, automaton.After("ypj "));
        Assert.Equal(automaton.After("ypj "), automaton.After("het "));
        Assert.NotEqual(automaton.After("het "), automaton.After("de "));
    }

    [Fact]
    public void Matches_come_in_the_order_of_their_ends()
    {
        var ends = Run(["ypg", "pg en", "en"], "de ypg en ypg").Select(m => m.End).ToArray();
        Assert.Equal(4, ends.Length);
        Assert.Equal(ends.Order(), ends);
    }

    [Fact]
    public void Equal_phrases_keep_their_own_payloads() =>
        Assert.Equal([0, 1], Run(["ypg", "ypg"], "ypg").Select(m => m.Payload).Order());

    [Fact]
    public void An_empty_phrase_matches_nowhere() => Assert.Empty(Run([""], "abc"));

    [Fact]
    public void No_phrases_match_nothing() => Assert.Empty(Run([], "abc"));

    [Fact]
    public void The_last_character_of_all_is_a_character_like_any_other() =>
        Assert.Single(Run(["\uFFFF\0", "\uFFFFa"], "x\uFFFF\0"));

    [Fact]
    public void Thousands_of_phrases_are_told_apart()
    {
        var phrases = Enumerable.Range(0, 5000).Select(i => $" {i:x4} ").ToArray();
        var text = string.Concat(phrases);
        Assert.Equal(Enumerable.Range(0, 5000), Run(phrases, text).Select(m => m.Payload));
    }

    private static Comparer<PhraseMatch> Order { get; } = Comparer<PhraseMatch>.Create(
        static (a, b) => (a.Start, a.End, a.Payload).CompareTo((b.Start, b.End, b.Payload)));

    private static List<PhraseMatch> Run(string[] phrases, string text)
    {
        var found = new List<PhraseMatch>();
        Build(phrases).Run(text, found);
        return found;
    }

    private static PhraseAutomaton Build(string[] phrases) =>
        PhraseAutomaton.Build(phrases.Select((phrase, i) => new Phrase(phrase, i)));

    private static IEnumerable<PhraseMatch> Naive(string[] phrases, string text) =>
        from payload in Enumerable.Range(0, phrases.Length)
        from start in Enumerable.Range(0, text.Length + 1)
        where text.AsSpan(start).StartsWith(phrases[payload], StringComparison.Ordinal)
        select new PhraseMatch(payload, start, start + phrases[payload].Length);
}
