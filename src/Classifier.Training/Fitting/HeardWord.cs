namespace Classifier.Training.Fitting;

/// <summary>One word of a passage on its way through a <see cref="VoteLayer"/>.</summary>
internal sealed class HeardWord(int columns, int units, int labels)
{
    /// <summary>Its place among all words.</summary>
    public int Word { get; set; }

    /// <summary>How often the passage has it.</summary>
    public int Times { get; set; }

    /// <summary>What the network's table has of it.</summary>
    public float[] Sums { get; } = new float[columns];

    /// <summary>What the layer's units answer to that.</summary>
    public float[] Units { get; } = new float[units];

    /// <summary>For each label how much it listens, then for each the vote.</summary>
    public float[] Outputs { get; } = new float[2 * labels];

    /// <summary>How much of what each label hears is this word.</summary>
    public float[] Shares { get; } = new float[labels];
}
