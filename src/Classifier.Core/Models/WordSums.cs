using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Classifier.Core.Features;
using Classifier.Core.Lexicon;
using Classifier.Core.Text;

namespace Classifier.Core.Models;

/// <summary>
/// The weights that a text's words add up to, word by word, with the words of earlier texts remembered.
/// </summary>
/// <remarks>
/// The features of a word depend on nothing but the word, up to a divisor that is the text's. So their rows of weights
/// are added up once, at full value, and the sums kept; the text adds the sums of its words and scales the total. Few
/// words make up most of any text, so some forty rows that lie anywhere in a table of megabytes become one row of a
/// small table for nine words in ten.
/// Sums are kept in 16 bits (<see cref="SumCodes"/>); the same whether the word is remembered or not.
/// All that is remembered of a word lies side by side, head, votes and sums, so that the line of the cache behind its
/// head is mostly on its way when it is asked for. A word has two places, and takes the one that was not used last. One
/// memory for each call; not thread-safe.
/// </remarks>
/// <param name="features">What there is of words.</param>
/// <param name="model">The model that they are features of.</param>
/// <param name="pairs">Pairs of places, a power of two.</param>
/// <param name="tags">The model of which the table is, if its words have votes, which are remembered as well.</param>
internal sealed class WordSums(
    IWordFeatures features, LinearModel model, int pairs = WordSums.ManyPairs, TagModel? tags = null)
{
    /// <summary>All memories of a call take some 24 MB then, once texts of all four languages have come.</summary>
    public const int ManyPairs = 8192;

    /// <summary>For calls beside those that have a core to themselves: under 2 MB.</summary>
    public const int FewPairs = 512;

    /// <summary>
    /// Words from sending for sums to adding them; 3 and 12 do as well, and the first ones are not sent for. A pass
    /// waits for memory more than for anything else, and where a word's sums lie follows from its hash alone.
    /// </summary>
    public const int Ahead = 6;

    private const int Lanes = 8;

    /// <summary>Numbers in a line of the processor's cache.</summary>
    private const int Line = 32;

    private readonly int _stride = StrideOf(model);
    private readonly int _length = LengthOf(model, tags);

    /// <summary>Place of the sums in a row.</summary>
    private readonly int _firstSum = FirstSumOf(tags);

    private readonly int _voteLabels = tags?.VoteLabels ?? 0;

    /// <summary>Behind the places that are remembered, one for the word that is not.</summary>
    private readonly LineTable<short> _rows = new(((2 * pairs) + 1) * LengthOf(model, tags));
    private readonly byte[] _latest = new byte[pairs];
    private readonly float[] _text = new float[StrideOf(model)];
    private readonly float[] _word = new float[StrideOf(model)];
    private readonly float[] _heard = new float[VoteCodes.PaddedTo(tags?.VoteLabels ?? 0)];
    private readonly float[] _voted = new float[VoteCodes.PaddedTo(tags?.VoteLabels ?? 0)];
    private readonly float[] _wordHeard = new float[tags?.VoteLabels ?? 0];
    private readonly float[] _wordVotes = new float[tags?.VoteLabels ?? 0];
    private readonly FeatureList _features = new();
    private LexiconSteps[] _lexicon = [];
    private int _words;

    /// <summary>How much each label that they have a vote on listened to the words of the text together.</summary>
    public ReadOnlySpan<float> Heard => _heard.AsSpan(0, _voteLabels);

    /// <summary>The sum of their votes, each times how much it was listened to.</summary>
    public ReadOnlySpan<float> Voted => _voted.AsSpan(0, _voteLabels);

    /// <summary>What the lexicon makes of each word of the text.</summary>
    public ReadOnlySpan<LexiconSteps> Lexicon => _lexicon.AsSpan(0, _words);

    /// <summary>Begins a text.</summary>
    public void Clear()
    {
        Array.Clear(_text);
        Array.Clear(_heard);
        Array.Clear(_voted);
    }

    /// <summary>Adds the weights of all words of a text.</summary>
    public void Add(NormalizedText text)
    {
        _words = text.Tokens.Length;
        if (_lexicon.Length < _words)
        {
            _lexicon = new LexiconSteps[2 * _words];
        }

        for (var token = 0; token < _words; token++)
        {
            if (token + Ahead < _words)
            {
                Fetch(text, token + Ahead);
            }

            _lexicon[token] = Add(text, token);
        }
    }

    /// <summary>Sends for the sums of a word that will be added soon, best after <see cref="Ahead"/> others.</summary>
    public void Fetch(NormalizedText text, int token)
    {
        var first = LatestOf(PairOf(text.HashOf(token))) * _length;
        for (var line = first; line < first + _length; line += Line)
        {
            _rows.Fetch(line);
        }
    }

    /// <summary>Adds the weights of one word of a text; gives what the lexicon makes of it.</summary>
    public LexiconSteps Add(NormalizedText text, int token)
    {
        var place = PlaceOf(text, token);
        ref var head = ref HeadAt(place);
        ref var from = ref Unsafe.Add(ref _rows.First, (place * _length) + _firstSum);
        ref var into = ref MemoryMarshal.GetArrayDataReference(_text);
        var step = Vector256.Create(head.Step);
        for (var i = 0; i < _stride; i += Lanes)
        {
            var numbers = Vector256.ConvertToSingle(
                Vector256.WidenLower(Vector128.LoadUnsafe(ref from, (nuint)i).ToVector256Unsafe()));
            var sum = Vector256.MultiplyAddEstimate(numbers, step, Vector256.LoadUnsafe(ref into, (nuint)i));
            sum.StoreUnsafe(ref into, (nuint)i);
        }

        VoteCodes.Add(VotesAt(place), _voteLabels, _heard, _voted);
        return head.Lexicon;
    }

    /// <summary>Adds the weights of features that words make together, scaled as those of words are.</summary>
    public void Add(FeatureList features) => model.AddTo(_text.AsSpan(0, model.Stride), features);

    /// <summary>Adds what the words of the text add up to.</summary>
    /// <param name="total">As long as the model's stride.</param>
    /// <param name="divisor">What the sums are divided by.</param>
    public void AddTo(Span<float> total, float divisor) => SumCodes.AddTo(total, _text, model.Labels, divisor);

    /// <summary>What each word of a text adds, on its own, to what rises with the sums as the slopes tell.</summary>
    /// <param name="text">The text.</param>
    /// <param name="slopes">One for each of the model's labels.</param>
    /// <param name="divisor">What the sums are divided by.</param>
    /// <param name="shares">One for each token; overwritten.</param>
    public void Share(NormalizedText text, ReadOnlySpan<float> slopes, float divisor, Span<float> shares)
    {
        for (var token = 0; token < shares.Length; token++)
        {
            var place = PlaceOf(text, token);
            shares[token] = SumCodes.Dot(SumsAt(place), slopes) * HeadAt(place).Step / divisor;
        }
    }

    /// <summary>
    /// Adds to each word's share what its vote moves the mean of all, against a word that votes as the others do on
    /// average: all votes may be negative, and those least below 0 then speak for the label.
    /// </summary>
    /// <param name="text">The text that was added.</param>
    /// <param name="on">The label's place among those that words vote on, and how much the mean counts for it.</param>
    /// <param name="shares">One for each token.</param>
    public void ShareVotes(NormalizedText text, (int Place, float Share) on, Span<float> shares)
    {
        if (on.Share <= 0 || _heard[on.Place] <= 0)
        {
            return;
        }

        var sum = 0f;
        for (var token = 0; token < shares.Length; token++)
        {
            sum += VoteOf(text, token, on.Place).Vote;
        }

        for (var token = 0; token < shares.Length; token++)
        {
            var (heard, vote) = VoteOf(text, token, on.Place);
            var others = (sum - vote) / Math.Max(1, shares.Length - 1);
            shares[token] += on.Share * heard * (vote - others) / _heard[on.Place];
        }
    }

    private (float Heard, float Vote) VoteOf(NormalizedText text, int token, int label) =>
        VoteCodes.Of(VotesAt(PlaceOf(text, token)), _voteLabels, label);

    /// <summary>Where the word's sums stand, remembered or only just added up.</summary>
    private int PlaceOf(NormalizedText text, int token)
    {
        var word = text.Plain[token];
        if (word.Length > WordHead.MaxLetters)
        {
            Fill(text, token, 2 * _latest.Length);
            return 2 * _latest.Length;
        }

        var hash = text.HashOf(token);
        var kind = text.Tokens[token].Kind;
        var pair = PairOf(hash);
        var place = LatestOf(pair);
        if (!HeadAt(place).Holds(hash, kind, word))
        {
            place ^= 1;
            if (!HeadAt(place).Holds(hash, kind, word))
            {
                HeadAt(place).Remember(hash, kind, word);
                Fill(text, token, place);
            }

            _latest[pair] ^= 1;
        }

        return place;
    }

    private int PairOf(uint hash) => (int)(hash & (uint)(_latest.Length - 1));

    /// <summary>The place of a pair that was used last.</summary>
    private int LatestOf(int pair) => (2 * pair) + _latest[pair];

    private ref WordHead HeadAt(int place) =>
        ref Unsafe.As<short, WordHead>(ref Unsafe.Add(ref _rows.First, place * _length));

    /// <summary>All features are found before the first row is waited for.</summary>
    private void Fill(NormalizedText text, int token, int place)
    {
        HeadAt(place).Lexicon = features.StepsOf(text, token);
        _features.Clear();
        features.AddWord(text, token, _features);
        Array.Clear(_word);
        model.AddTo(_word, _features);
        HeadAt(place).SetStep(SumCodes.Write(_word, model.Labels, SumsAt(place)));
        if (tags is not null)
        {
            tags.Vote(_word.AsSpan(0, model.Labels), _wordHeard, _wordVotes);
            VoteCodes.Write(_wordHeard, _wordVotes, VotesAt(place));
        }
    }

    private Span<short> VotesAt(int place) =>
        _rows.Span.Slice((place * _length) + WordHead.Length, VoteCodes.RoomFor(_voteLabels) + VoteCodes.Spare);

    private Span<short> SumsAt(int place) => _rows.Span.Slice((place * _length) + _firstSum, _stride);

    /// <summary>One sum for each of the model's, and zeros up to a whole vector.</summary>
    private static int StrideOf(LinearModel model) => (model.Stride + Lanes - 1) / Lanes * Lanes;

    /// <summary>Where a vector begins.</summary>
    private static int FirstSumOf(TagModel? tags) =>
        (WordHead.Length + VoteCodes.RoomFor(tags?.VoteLabels ?? 0) + Lanes - 1) / Lanes * Lanes;

    private static int LengthOf(LinearModel model, TagModel? tags) => FirstSumOf(tags) + StrideOf(model);
}
