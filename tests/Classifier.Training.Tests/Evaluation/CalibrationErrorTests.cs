using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class CalibrationErrorTests
{
    [Fact]
    public void Probabilities_that_come_true_as_often_as_they_say_have_none() => Assert.Equal(0, Error(
        (0.25f, true), (0.25f, false), (0.25f, false), (0.25f, false)), 6);

    [Fact]
    public void Each_bin_counts_by_what_lies_in_it() => Assert.Equal(((3 * 0.9) + 0.1) / 4, Error(
        (0.9f, false), (0.9f, false), (0.9f, false), (0.1f, false)), 6);

    [Fact]
    public void The_ends_of_the_range_have_bins_too() =>
        Assert.Equal(0.5, Error((1, true), (1, false), (0, true), (0, false)), 6);

    [Fact]
    public void Nothing_added_is_no_error() => Assert.Equal(0, Error());

    private static double Error(params (float Probability, bool IsTrue)[] answers)
    {
        var error = new CalibrationError();
        foreach (var (probability, isTrue) in answers)
        {
            error.Add(probability, isTrue);
        }

        return error.Value;
    }
}
