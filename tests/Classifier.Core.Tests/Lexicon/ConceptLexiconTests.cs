using Classifier.Core.Language;
using Classifier.Core.Lexicon;
using Classifier.Core.Tests.Text;

namespace Classifier.Core.Tests.Lexicon;

/// <summary>In the rows, spaces part the cells and + stands for a space.</summary>
public sealed class ConceptLexiconTests(SharedBundle shared)
{
    [Theory]
    [InlineData("event.detention en arrest*", "They arrested him", "event.detention=arrested")]
    [InlineData("event.detention en arrest*", "The rearrest of him", "")]
    [InlineData("event.detention en *arrest", "The rearrest of him", "event.detention=rearrest")]
    [InlineData("event.detention en *arrest*", "The rearrests there", "event.detention=rearrests")]
    [InlineData("event.detention en arrest", "They arrested him", "")]
    [InlineData("event.air_strike en air+strike*", "Two air\nstrikes hit", "event.air_strike=air\nstrikes")]
    public void Wildcards_stand_for_any_beginning_or_ending(string row, string text, string found) =>
        Assert.Equal(found.Length == 0 ? [] : [found], Found.In(Found.Lexicon(row), text));

    [Theory]
    [InlineData("Fighters of IS attacked", 1)]
    [InlineData("This is it", 0)]
    [InlineData("Is this it", 0)]
    [InlineData("WHAT IS THIS NOW", 0)]
    [InlineData("IS-fighters attacked", 1)]
    public void Cased_forms_want_their_capitals_and_trust_no_text_in_all_capitals(string text, int hits) =>
        Assert.Equal(hits, Found.Hits(Found.Lexicon("actor.islamic_state en IS cased"), text).Count);

    /// <summary>With the marks behind their letters, as macOS writes names of files.</summary>
    [Theory]
    [InlineData("S\u0327ervan wan", 1)]
    [InlineData("s\u0327ervan wan", 0)]
    public void Cased_forms_are_found_in_decomposed_text(string text, int hits) => Assert.Equal(
        hits, Found.Hits(Found.Lexicon("actor.sdf kmr Şervan cased"), text, Languages.Kurmanji).Count);

    [Fact]
    public void Cased_forms_may_themselves_be_decomposed() => Assert.Single(
        Found.Hits(Found.Lexicon("actor.sdf kmr S\u0327ervan cased"), "Şervan wan", Languages.Kurmanji));

    [Fact]
    public void Uncased_forms_are_found_in_all_capitals() =>
        Assert.Single(Found.Hits(Found.Lexicon("actor.sdf en SDF"), "THE SDF HAS WON AGAIN"));

    [Fact]
    public void The_longest_form_hides_those_inside_it()
    {
        var lexicon = Found.Lexicon("actor.sdf * Kurdish+fighters", "adj.kurdish * Kurdish", "forces * fighters");
        Assert.Equal(["actor.sdf=Kurdish fighters"], Found.In(lexicon, "Kurdish fighters"));
        Assert.Equal(["adj.kurdish=Kurdish", "forces=fighters"], Found.In(lexicon, "Kurdish and fighters"));
    }

    [Theory]
    [InlineData(
        "actor.coalition en coalition+air+strikes",
        "actor.coalition=coalition air strikes event.air_strike=air strikes")]
    [InlineData(
        "loaded.coalition en coalition+air+strikes",
        "actor.coalition=coalition air strikes loaded.coalition=coalition air strikes event.air_strike=air strikes")]
    [InlineData("other.iraq en coalition+air+strikes", "other.iraq=coalition air strikes")]
    [InlineData("decoy en coalition+air+strikes", "decoy=coalition air strikes")]
    public void Events_show_through_the_names_of_actors_only(string row, string found)
    {
        var lexicon = Found.Lexicon(row, "event.air_strike en air+strikes", "forces en coalition");
        Assert.Equal(found, string.Join(' ', Found.In(lexicon, "coalition air strikes")));
    }

    [Fact]
    public void Names_of_actors_show_through_events()
    {
        var lexicon = Found.Lexicon(
            "event.armed_clash en fight+against+ISIS", "actor.islamic_state en ISIS", "polarity.blame en against");
        Assert.Equal(
            ["event.armed_clash=fight against ISIS", "actor.islamic_state=ISIS"],
            Found.In(lexicon, "the fight against ISIS"));
    }

    [Fact]
    public void Forms_that_overlap_without_holding_each_other_are_both_found()
    {
        var lexicon = Found.Lexicon("actor.turkey en Turkish+army", "forces en army+base");
        Assert.Equal(["actor.turkey=Turkish army", "forces=army base"], Found.In(lexicon, "the Turkish army base"));
    }

    [Fact]
    public void One_form_may_mean_two_concepts()
    {
        var lexicon = Found.Lexicon("event.protest en march*", "event.mobilization en march*");
        Assert.Equal(2, Found.Hits(lexicon, "they marched").Count);
    }

    [Fact]
    public void Loaded_and_honorific_names_imply_the_actor()
    {
        var lexicon = Found.Lexicon("loaded.sdf en separatists", "honor.sdf en heroes");
        Assert.Equal(["actor.sdf", "honor.sdf", "loaded.sdf"], lexicon.ConceptNames);
        var hits = Found.Hits(lexicon, "no separatists but heroes");
        Assert.Equal([(0, true), (2, false), (0, true), (1, false)], hits.Select(h => (h.Concept, h.IsImplied)));
        Assert.Equal([1, 1, 3, 3], hits.Select(h => h.First));
    }

    [Fact]
    public void One_mention_is_one_hit_however_many_rows_name_it()
    {
        var twins = Found.Lexicon("actor.sdf * Asayîş", "actor.sdf * Asayiş", "actor.sdf en asayis");
        Assert.Single(Found.Hits(twins, "The Asayis arrived"));
        var implied = Found.Lexicon("actor.sdf en separatists", "loaded.sdf en separatists");
        Assert.Equal([("actor.sdf", false), ("loaded.sdf", false)], Found.Hits(implied, "separatists")
            .Select(h => (implied.ConceptNames[h.Concept], h.IsImplied)));
    }

    [Fact]
    public void Rows_count_in_their_own_language_and_starred_rows_in_all()
    {
        var lexicon = Found.Lexicon("negation nl niet", "actor.sdf * YPG");
        Assert.Equal(["negation=niet", "actor.sdf=YPG"], Found.In(lexicon, "niet de YPG", Languages.Dutch));
        Assert.Equal(["actor.sdf=YPG"], Found.In(lexicon, "niet de YPG", Languages.English));
        Assert.Equal(["actor.sdf=YPG"], Found.In(lexicon, "هێزەکانی YPG", Languages.Sorani));
    }

    [Fact]
    public void Sorani_forms_are_found_however_they_are_typed()
    {
        var lexicon = Found.Lexicon("actor.turkey ckb تورکیا*", "actor.sdf ckb هێزەکانی+سووریای+دیموکرات");
        Assert.Equal(["actor.turkey=توركيا"], Found.In(lexicon, "لە توركيا", Languages.Sorani));
        Assert.Single(Found.Hits(lexicon, "هيزه\u200Cكانى سوریای ديموكرات", Languages.Sorani));
    }

    [Fact]
    public void Hits_are_ordered_by_their_first_token()
    {
        var lexicon = Found.Lexicon("reporting en said", "actor.sdf * SDF", "negation en not");
        var firsts = Found.Hits(lexicon, "SDF said not SDF said not").Select(h => h.First).ToArray();
        Assert.Equal(firsts.Order(), firsts);
        Assert.Equal(6, firsts.Length);
    }

    [Fact]
    public void An_empty_text_and_an_empty_lexicon_find_nothing()
    {
        Assert.Empty(Found.Hits(Found.Lexicon("actor.sdf * SDF"), ""));
        Assert.Empty(Found.Hits(Found.Lexicon(), "SDF"));
    }

    [Fact]
    public void A_form_is_found_inside_a_hashtag() =>
        Assert.Equal(["actor.sdf=YPG"], Found.In(Found.Lexicon("actor.sdf * YPG"), "leve #YPG!"));

    [Theory]
    [InlineData("en", "Coalition air strikes helped the SDF in the fight against ISIS, the US-led coalition said.")]
    [InlineData("nl", "De luchtaanvallen van de coalitie hielpen de SDF in de strijd tegen IS.")]
    [InlineData("kmr", "Artêşa dewleta tirk a dagirker êrîşî gundan kir.")]
    [InlineData("kmr", "Artesa dewleta tirk a dagirker erisi gundan kir.")]
    [InlineData("ckb", "هێزەکانی سووریای دیموکرات لە دژی داعش شەڕ دەکەن.")]
    public void What_is_known_of_single_words_changes_nothing(string language, string text)
    {
        var (normalized, index) = (Normalized.Of(text), Languages.IndexOf(language));
        var steps = Enumerable.Range(0, normalized.Tokens.Length)
            .Select(t => shared.Bundle.Lexicon.StepsOf(normalized, t, index)).ToArray();
        Assert.Contains(steps, s => s.Folded >= 0);
        Assert.Contains(steps, s => s.Folded < 0);
        var (without, with) = (new ConceptMatches(), new ConceptMatches());
        shared.Bundle.Lexicon.Match(text, normalized, index, null, without);
        shared.Bundle.Lexicon.Match(text, normalized, index, null, with, steps);
        Assert.NotEmpty(without.Hits);
        Assert.Equal(without.Hits, with.Hits);
    }
}
