using System.Globalization;
using Classifier.Training.Fitting;

namespace Classifier.Training.Recipes;

/// <summary>How one family of labels is fitted.</summary>
internal sealed record FitSpec
{
    /// <summary>
    /// A network with a hidden layer, which is not ML.NET's and serves labels that do not exclude each other.
    /// </summary>
    public const string NetworkTrainer = "network";

    /// <summary>A name of the trainer table, <c>sdca</c> or <c>lbfgs</c>, or <see cref="NetworkTrainer"/>.</summary>
    public string Trainer { get; init; } = "sdca";

    /// <summary>Pull of the weights to 0, 0 to 100; networks have none.</summary>
    public float L2 { get; init; } = 1e-4f;

    /// <summary>Pull that makes small weights 0, 0 to 100; networks have none.</summary>
    public float L1 { get; init; }

    /// <summary>Passes over the data at most, 1 to 1000; networks make just so many.</summary>
    public int Iterations { get; init; } = 30;

    /// <summary>Features of fewer training passages than this are left out, 1 to 100.</summary>
    public int MinCount { get; init; } = 2;

    /// <summary>
    /// How much a row that carries the label counts beside one that does not, 0.1 to 10; exclusive classes and
    /// networks ignore it.
    /// </summary>
    public float PositiveWeight { get; init; } = 1;

    /// <summary>
    /// Weights of features are rounded to multiples of this, 0.001 to 1, which a byte each can hold; 0 leaves them.
    /// Those of a network's sums are first scaled to 127 of them, so that its size there is only to be that of the
    /// other family in the table.
    /// </summary>
    public float Grain { get; init; }

    /// <summary>What the network trainer needs beside; others ignore it.</summary>
    public NetworkSpec Network { get; init; } = new();

    /// <summary>How often networks go over the data, all together; 0 of other trainers.</summary>
    internal int Passes => Trainer == NetworkTrainer ? Iterations * Network.Members : 0;

    /// <summary>Throws where a value is out of its range.</summary>
    /// <param name="family">The family's name in messages.</param>
    /// <param name="exclusive">Whether the family's labels exclude each other.</param>
    public void Check(string family, bool exclusive)
    {
        string[] trainers = exclusive ? [.. Trainers.Names] : [.. Trainers.Names, NetworkTrainer];
        if (!trainers.Contains(Trainer))
        {
            throw Recipe.Bad($"{family}.trainer", Trainer, string.Join(", ", trainers));
        }

        if (Grain is not (0 or (>= 0.001f and <= 1)))
        {
            throw Recipe.Bad(
                $"{family}.grain", string.Create(CultureInfo.InvariantCulture, $"{Grain}"), "0, or 0.001 to 1");
        }

        Network.Check(family);

        if (Iterations is < 1 or > 1000)
        {
            throw Recipe.Bad($"{family}.iterations", $"{Iterations}", "1 to 1000");
        }

        if (MinCount is < 1 or > 100)
        {
            throw Recipe.Bad($"{family}.minCount", $"{MinCount}", "1 to 100");
        }

        if (PositiveWeight is not (>= 0.1f and <= 10))
        {
            throw Recipe.Bad(
                $"{family}.positiveWeight",
                string.Create(CultureInfo.InvariantCulture, $"{PositiveWeight}"),
                "0.1 to 10");
        }

        CheckStrength($"{family}.l1", L1);
        CheckStrength($"{family}.l2", L2);
    }

    private static void CheckStrength(string name, float value)
    {
        if (value is not (>= 0 and <= 100))
        {
            throw Recipe.Bad(name, string.Create(CultureInfo.InvariantCulture, $"{value}"), "0 to 100");
        }
    }
}
