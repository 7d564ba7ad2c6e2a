using Classifier.Training.Terminal;

namespace Classifier.Benchmarks.Load;

/// <summary>Rounds of a measurement, one after the other.</summary>
internal static class LoadRounds
{
    /// <param name="rounds">How many count; one before them does not.</param>
    /// <param name="measure">Takes one, given its number.</param>
    public static async Task<IReadOnlyList<T>> TakeAsync<T>(int rounds, Func<int, Task<T>> measure)
    {
        using var step = new BarProgress().Begin("rounds", rounds + 1);
        var samples = new List<T>();
        for (var round = 0; round <= rounds; round++)
        {
            samples.Add(await measure(round));
            step.Advance();
        }

        return samples[1..];
    }
}
