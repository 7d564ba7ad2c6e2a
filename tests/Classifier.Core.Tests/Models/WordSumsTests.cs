using Classifier.Core.Features;
using Classifier.Core.Lexicon;
using Classifier.Core.Models;
using Classifier.Core.Tests.Text;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Models;

public sealed class WordSumsTests
{
    private const int Buckets = 1024;

    private static readonly LinearModel Model = new([Weights(1), Weights(2)], [0, 0]);

    private static readonly TagModel Voting = new(new LinearWeights(
        [[1]],
        [0],
        [new(-1, 0)],
        new([[1, 0]], [0], [], new([Weights(3), Weights(4)], [0, 0], [])),
        new([[2], [-3]], [0.5f, 1], [], new([[3, -2]], [0.25f], []))));

    private readonly CountedFeatures _features = new();

    [Fact]
    public void The_words_of_a_text_add_up_and_are_scaled()
    {
        var (a, b) = (Bucket("aa"), Bucket("bbb"));
        var expected =
            (Model.Weight(a, 1) + Model.Weight(b, 1) + ((Model.Weight(a + 1, 1) + Model.Weight(b + 1, 1)) / 4)) / 2;
        Assert.Equal(expected, Sum(new(_features, Model), "aa bbb")[1], 1e-5f);
    }

    [Fact]
    public void A_word_is_looked_at_once()
    {
        var sums = new WordSums(_features, Model);
        var first = Sum(sums, "aa bb aa");
        Assert.Equal(2, _features.Asked);
        Assert.Equal(first, Sum(sums, "aa bb aa"));
        Assert.Equal(2, _features.Asked);
    }

    [Fact]
    public void A_word_is_not_taken_for_a_number_of_the_same_letters()
    {
        var sums = new WordSums(_features, Model);
        Sum(sums, "url");
        Sum(sums, "https://t.co/a");
        Assert.Equal(2, _features.Asked);
    }

    [Fact]
    public void However_many_words_came_before_the_sums_are_bit_for_bit_the_same()
    {
        var used = new WordSums(_features, Model);
        var words = Enumerable.Range(0, 50_000).Select(i => $"w{i}o").ToArray();
        foreach (var text in words.Chunk(500))
        {
            Sum(used, string.Join(' ', text));
        }

        foreach (var word in words.Where((_, i) => i % 97 == 0).Append(new string('x', 100)))
        {
            Assert.Equal(Sum(new(_features, Model), word), Sum(used, word));
        }
    }

    [Fact]
    public void Sums_of_grains_lose_nothing()
    {
        float[][] weights = [.. Enumerable.Range(0, 40).Select(label => Enumerable.Range(0, Buckets)
            .Select(b => ((((b * 31) + (label * 17)) % 255) - 127) / 16f).ToArray())];
        var model = new LinearModel(weights, new float[40]);
        var (sums, text, total) = (new WordSums(_features, model), Normalized.Of("aa bbb"), new float[model.Stride]);
        sums.Clear();
        sums.Add(text);
        sums.AddTo(total, 1);
        int[] buckets = [Bucket("aa"), Bucket("aa") + 1, Bucket("bbb"), Bucket("bbb") + 1];
        Assert.Equal(weights.Select(w => buckets.Select((b, i) => i % 2 == 0 ? w[b] : w[b] / 4).Sum()), total[..40]);
    }

    [Fact]
    public void Votes_of_words_are_added_up_whether_they_are_remembered_or_not()
    {
        var sums = new WordSums(_features, Voting.Table, tags: Voting);
        var (a, b) = (VotesOf("aa"), VotesOf("bbb"));
        var (heard, voted) = Votes(sums, "aa bbb aa");
        Assert.Equal((2 * a.Heard) + b.Heard, heard, 0.01 * heard);
        Assert.Equal(((2 * a.Heard * a.Vote) + (b.Heard * b.Vote)) / heard, voted / heard, 0.01);
        Assert.Equal(2, _features.Asked);
        Assert.Equal(Votes(sums, "aa"), Votes(new(_features, Voting.Table, tags: Voting), "aa"));
        Assert.Equal(a.Vote, Votes(sums, "aa").Voted / Votes(sums, "aa").Heard, 0.001);
        Assert.True(new WordSums(_features, Model).Heard.IsEmpty);
    }

    [Fact]
    public void Labels_that_fill_no_vector_are_added_up_without_what_lies_behind_them()
    {
        const int Labels = 9;
        var hidden = new LinearWeights([[1, 0]], [0], [], new([Weights(3), Weights(4)], [0, 0], []));
        var model = new TagModel(new LinearWeights(
            [.. Enumerable.Repeat(new float[] { 1 }, Labels)],
            new float[Labels],
            [.. Enumerable.Repeat(new Calibration(-1, 0), Labels)],
            hidden,
            new(
                [.. Enumerable.Range(0, 2 * Labels).Select(i => new[] { (i % 5) - 2f })],
                new float[2 * Labels],
                [],
                new([[3, -2]], [0.25f], []))));
        var sums = new WordSums(_features, model.Table, tags: model);
        sums.Clear();
        sums.Add(Normalized.Of("aa bbb aa"));
        var (heard, votes) = (new float[Labels], new float[Labels]);
        var expected = new float[Labels];
        foreach (var word in new[] { "aa", "bbb", "aa" })
        {
            model.Vote(
                [.. Enumerable.Range(0, 2)
                    .Select(c => model.Table.Weight(Bucket(word), c) + (model.Table.Weight(Bucket(word) + 1, c) / 4))],
                heard,
                votes);
            expected = [.. expected.Zip(heard, (sum, own) => sum + own)];
        }

        Assert.Equal(Labels, sums.Heard.Length);
        Assert.All(expected.Zip(sums.Heard.ToArray()), p => Assert.Equal(1, p.Second / p.First, 0.01));
    }

    [Fact]
    public void A_word_shares_in_the_mean_vote_as_it_is_listened_to_and_differs_from_the_others()
    {
        var sums = new WordSums(_features, Voting.Table, tags: Voting);
        var (heard, _) = Votes(sums, "aa bbb");
        var ((ownHeard, own), (_, other)) = (VotesOf("aa"), VotesOf("bbb"));
        var shares = new float[] { 1, 0 };
        sums.ShareVotes(Normalized.Of("aa bbb"), (0, 1), shares);
        Assert.Equal(ownHeard * (own - other) / heard, shares[0] - 1, 0.01);
        Assert.Equal((heard - ownHeard) * (other - own) / heard, shares[1], 0.01);
        var sum = shares.Sum() - 1;
        sums.ShareVotes(Normalized.Of("aa bbb"), (0, 0.5f), shares);
        Assert.Equal(1 + (1.5 * sum), shares.Sum(), 1e-5);
        sums.ShareVotes(Normalized.Of("aa bbb"), (0, 0), shares);
        Assert.Equal(1 + (1.5 * sum), shares.Sum(), 1e-5);
    }

    [Fact]
    public void A_word_alone_shares_its_whole_vote()
    {
        var sums = new WordSums(_features, Voting.Table, tags: Voting);
        var (heard, voted) = Votes(sums, "aa");
        var shares = new float[1];
        sums.ShareVotes(Normalized.Of("aa"), (0, 1), shares);
        Assert.Equal(voted / heard, shares[0], 1e-5);
    }

    [Fact]
    public void What_the_lexicon_makes_of_words_is_told_word_by_word()
    {
        var sums = new WordSums(_features, Model);
        var longest = new string('x', 100);
        Sum(sums, $"aa bbb {longest} aa");
        Assert.Equal([new(2, -2), new(3, -3), new(100, -100), new(2, -2)], sums.Lexicon);
        Sum(sums, "bbb");
        Assert.Equal([new(3, -3)], sums.Lexicon);
    }

    private static (float Heard, float Voted) Votes(WordSums sums, string text)
    {
        sums.Clear();
        sums.Add(Normalized.Of(text));
        return (sums.Heard[0], sums.Voted[0]);
    }

    /// <summary>A word's second feature counts a quarter.</summary>
    private static (float Heard, float Vote) VotesOf(string word)
    {
        var (heard, votes) = (new float[1], new float[1]);
        float[] columns = [.. Enumerable.Range(0, 2)
            .Select(c => Voting.Table.Weight(Bucket(word), c) + (Voting.Table.Weight(Bucket(word) + 1, c) / 4))];
        Voting.Vote(columns, heard, votes);
        return (heard[0], votes[0]);
    }

    private static float[] Sum(WordSums sums, string text)
    {
        var normalized = Normalized.Of(text);
        var total = new float[Model.Stride];
        sums.Clear();
        sums.Add(normalized);
        sums.AddTo(total, 2);
        return total;
    }

    private static int Bucket(string word) => (int)(FeatureHash.Of(7, word) % (Buckets - 1));

    private static float[] Weights(uint seed) =>
        [.. Enumerable.Range(0, Buckets).Select(i => FeatureHash.Finish((uint)i * 31 + seed) / (float)uint.MaxValue)];

    /// <summary>A bucket for each word, and the next one at a quarter of its value.</summary>
    private sealed class CountedFeatures : IWordFeatures
    {
        public int Asked { get; private set; }

        public LexiconSteps StepsOf(NormalizedText text, int token) =>
            new(text.Plain[token].Length, -text.Plain[token].Length);

        public void AddWord(NormalizedText text, int token, FeatureList into)
        {
            Asked++;
            into.Add(Bucket(text.Plain[token].ToString()), 1, token, token);
            into.Add(Bucket(text.Plain[token].ToString()) + 1, 0.25f, token, token);
        }
    }
}
