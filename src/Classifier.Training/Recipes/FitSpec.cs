using System.Globalization;
using Classifier.Training.Fitting;

namespace Classifier.Training.Recipes;

/// <summary>How one family of linear models is fitted.</summary>
internal sealed record FitSpec
{
    /// <summary>A name of the trainer table: <c>sdca</c> or <c>lbfgs</c>.</summary>
    public string Trainer { get; init; } = "sdca";

    public float L2 { get; init; } = 1e-4f;

    public float L1 { get; init; }

    /// <summary>Passes over the data at most, 1 to 1000.</summary>
    public int Iterations { get; init; } = 30;

    /// <summary>Features of fewer training passages than this are left out, 1 to 100.</summary>
    public int MinCount { get; init; } = 2;

    /// <summary>How much a row that carries the label counts beside one that does not, 0.1 to 10; exclusive classes ignore it.</summary>
    public float PositiveWeight { get; init; } = 1;

    /// <summary>Throws where a value is out of its range.</summary>
    public void Check(string family)
    {
        if (!Trainers.Names.Contains(Trainer))
        {
            throw Recipe.Bad($"{family}.trainer", Trainer, string.Join(", ", Trainers.Names));
        }

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
            throw Recipe.Bad($"{family}.positiveWeight", string.Create(CultureInfo.InvariantCulture, $"{PositiveWeight}"), "0.1 to 10");
        }

        CheckStrength($"{family}.l1", L1);
        CheckStrength($"{family}.l2", L2);
    }

    private static void CheckStrength(string name, float value)
    {
        if (!(value >= 0 && float.IsFinite(value)))
        {
            throw Recipe.Bad(name, string.Create(CultureInfo.InvariantCulture, $"{value}"), "0 or more");
        }
    }
}
