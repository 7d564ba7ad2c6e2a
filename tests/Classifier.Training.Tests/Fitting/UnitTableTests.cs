using Classifier.Training.Fitting;

namespace Classifier.Training.Tests.Fitting;

public sealed class UnitTableTests
{
    [Theory]
    [InlineData(0, 3, new int[0])]
    [InlineData(3, 5, new[] { 0, 1, 2 })]
    [InlineData(3, 3, new[] { 0, 1, 2 })]
    [InlineData(9, 3, new[] { 0, 3, 6 })]
    [InlineData(5, 2, new[] { 0, 2 })]
    public void A_sample_is_taken_in_even_steps(int rows, int most, int[] expected) =>
        Assert.Equal(expected, UnitTable.EvenSample([.. Enumerable.Range(0, rows)], most));
}
