using System.Globalization;

namespace Classifier.Training.Recipes;

/// <summary>How networks with one hidden layer are fitted; for families whose trainer is <c>network</c>.</summary>
internal sealed record NetworkSpec
{
    /// <summary>
    /// Most hidden units of all networks: without sums, more would take tables of more than a few megabytes.
    /// </summary>
    private const int MostUnits = 256;

    /// <summary>Hidden units of one network, 1 to 256; those of all networks together are 256 at most.</summary>
    public int Units { get; init; } = 28;

    /// <summary>Networks that are fitted apart, from other beginnings, and answer together, 1 to 16.</summary>
    public int Members { get; init; } = 2;

    /// <summary>
    /// Sums of features that the units of all networks are made of, 0 to 64 and fewer than they; 0 for a sum to each
    /// unit. Each sum is a column of the compiled table.
    /// </summary>
    public int Sums { get; init; }

    /// <summary>
    /// Hidden units of one network that hear single words, which then vote beside what the passage adds up to
    /// (<see cref="Core.Models.WordVotes"/>), 0 to 64; 0 for no votes. They need sums.
    /// </summary>
    public int Votes { get; init; }

    /// <summary>
    /// Networks whose votes of words are counted, 1 to all: a few tell nearly what all do, and a word that is new to a
    /// server waits for each. Others learn with votes as well.
    /// </summary>
    public int Voters { get; init; } = 1;

    /// <summary>
    /// How much it counts, beside a label's own error, that the label listens to the words that readers marked as its
    /// cues (<see cref="Corpus.CorpusRow.Cues"/>), 0 to 10; 0 leaves them aside. They need votes.
    /// </summary>
    public float Cues { get; init; }

    /// <summary>
    /// Whether the networks of events answer on actors as well: the log-odds of an actor are then the mean of theirs
    /// and of its own linear model's.
    /// </summary>
    public bool Actors { get; init; }

    /// <summary>Passages between two steps, 1 to 1024.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>
    /// Length of a weight's step in the first pass; it falls evenly from pass to pass. Above 0, 1 at most.
    /// </summary>
    public float Rate { get; init; } = 0.005f;

    /// <summary>Throws where a value is out of its range.</summary>
    public void Check(string family)
    {
        Require(Units is >= 1 and <= 256, $"{family}.network.units", Units, "1 to 256");
        Require(Members is >= 1 and <= 16, $"{family}.network.members", Members, "1 to 16");
        Require(
            Units * Members <= MostUnits,
            $"{family}.network.units times members",
            Units * Members,
            $"{MostUnits} at most");
        Require(
            Sums == 0 || (Sums is > 0 and <= 64 && Sums < Units * Members),
            $"{family}.network.sums",
            Sums,
            "0 to 64, fewer than units times members");
        Require(
            Votes is >= 0 and <= 64 && (Votes == 0 || Sums > 0),
            $"{family}.network.votes",
            Votes,
            "0 to 64, and 0 where sums are 0");

        Require(Voters >= 1 && Voters <= Members, $"{family}.network.voters", Voters, "1 to members");

        // Layers are told apart by their width where a bundle is read.
        Require(
            Votes == 0 || Votes * Voters != Sums,
            $"{family}.network.votes times voters",
            Votes * Voters,
            $"other than the sums, {Sums}");
        Require(
            Cues is >= 0 and <= 10 && (Cues == 0 || Votes > 0),
            $"{family}.network.cues",
            Cues,
            "0 to 10, and 0 where votes are 0");
        Require(Batch is >= 1 and <= 1024, $"{family}.network.batch", Batch, "1 to 1024");
        Require(Rate is > 0 and <= 1, $"{family}.network.rate", Rate, "above 0, 1 at most");
    }

    private static void Require(bool holds, string name, float value, string allowed)
    {
        if (!holds)
        {
            throw Recipe.Bad(name, value.ToString(CultureInfo.InvariantCulture), allowed);
        }
    }
}
