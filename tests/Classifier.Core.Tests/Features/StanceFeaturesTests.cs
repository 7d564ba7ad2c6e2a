using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Tests.Samples;
using CsCheck;

namespace Classifier.Core.Tests.Features;

public sealed class StanceFeaturesTests(SharedBundle shared)
{
    private const int Sdf = 0;
    private const int Turkey = 1;
    private const string Text = "The brave SDF held out while Turkey bombed the town.";

    private static readonly FeatureSpec ConceptsOnly =
        new() { StanceWords = 0, StancePassage = 0, StanceChars = 0, Cues = 0 };

    [Fact]
    public void The_same_passage_looks_different_to_each_actor() =>
        Assert.NotEqual(Seen(Text, Sdf), Seen(Text, Turkey));

    [Fact]
    public void Whoever_the_target_is_its_surroundings_are_the_same_features() => Assert.Equal(
        Seen("the SDF bombed Turkey", Sdf, ConceptsOnly).Where(f => f.Value > 0),
        Seen("the Turkey bombed SDF", Turkey, ConceptsOnly).Where(f => f.Value > 0));

    [Fact]
    public void The_side_on_which_praise_stands_counts() => Assert.NotEqual(
        Seen("the brave SDF and Turkey", Sdf, ConceptsOnly), Seen("the SDF and brave Turkey", Sdf, ConceptsOnly));

    [Fact]
    public void A_loaded_name_counts_for_its_own_target()
    {
        const string Loaded = "the sultan and the SDF";
        Assert.NotEqual(Seen(Loaded, Sdf, ConceptsOnly), Seen(Loaded, Turkey, ConceptsOnly));
        Assert.True(HasTarget(Loaded, Turkey));
    }

    [Theory]
    [InlineData("the YPG came", true, false)]
    [InlineData("Turkey came", false, true)]
    [InlineData("nobody came", false, false)]
    public void A_target_is_an_actor_that_is_named(string text, bool sdf, bool turkey) =>
        Assert.Equal((sdf, turkey), (HasTarget(text, Sdf), HasTarget(text, Turkey)));

    [Fact]
    public void A_passage_without_the_actor_has_features_all_the_same() => Assert.NotEmpty(Seen("nobody came", Sdf));

    [Fact]
    public void Fresh_and_used_scratches_agree()
    {
        var used = new FeatureScratch();
        foreach (var (language, text) in Passages.All)
        {
            var fresh = new FeatureScratch();
            for (var actor = 0; actor < shared.Bundle.Manifest.Actors.Labels.Count; actor++)
            {
                Assert.Equal(Shipped(text, language, actor, fresh), Shipped(text, language, actor, used));
            }
        }
    }

    [Fact]
    public void White_space_changes_nothing_and_ranges_stay_in_bounds() => TextGen.Any.Sample(
        text =>
        {
            var scratch = new FeatureScratch();
            var bare = Shipped(text, Languages.Kurmanji, 0, scratch);
            Assert.Equal(bare, Shipped(" " + text + "\n", Languages.Kurmanji, 0, scratch));
            Assert.All(bare, f => Assert.InRange(f.Last, FeatureList.WholeText, scratch.Text.Tokens.Length - 1));
            Assert.All(bare, f => Assert.InRange(f.Bucket, 0, shared.Bundle.Manifest.Features.Buckets - 1));
        },
        iter: 200);

    private (int Bucket, float Value, int First, int Last)[] Shipped(
        string text, string language, int actor, FeatureScratch scratch)
    {
        shared.Bundle.Extractor.Extract(text, Languages.IndexOf(language), null, scratch);
        shared.Bundle.Stances.Extract(scratch, actor);
        return Extracted.Rows(scratch.Stance);
    }

    private static bool HasTarget(string text, int actor) => Stance(new()).HasTarget(Extracted.From(text), actor);

    private static (int Bucket, float Value)[] Seen(string text, int actor, FeatureSpec? spec = null)
    {
        spec ??= new();
        var scratch = Extracted.From(text, spec);
        Stance(spec).Extract(scratch, actor);
        return Extracted.Pairs(scratch.Stance);
    }

    private static StanceFeatures Stance(FeatureSpec spec) => new(spec, Extracted.Lexicon, ["sdf", "turkey"]);
}
