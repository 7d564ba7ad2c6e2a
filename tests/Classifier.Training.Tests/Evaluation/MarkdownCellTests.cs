using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class MarkdownCellTests
{
    [Theory]
    [InlineData("a plain cell", "a plain cell")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("two\r\nlines\nand more", "two lines and more")]
    public void A_cell_stays_one(string text, string cell) => Assert.Equal(cell, MarkdownCell.Of(text));
}
