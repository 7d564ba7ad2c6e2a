using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Service.Hosting;
using Classifier.Service.Tagging;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Tagging;

public sealed class RequestReaderTests
{
    private static readonly RequestReader Reader = new(Options.Create(new ServiceOptions
    {
        MaxDocumentLength = 20,
        MaxPassageLength = 10,
        MaxBatchSize = 2,
    }));

    [Fact]
    public void A_document_is_read_with_its_options()
    {
        var (settings, date) = Reader.Document(new()
        {
            Text = "Hêzên HSD",
            Date = "2014-10-01",
            Options = new() { OffsetUnit = V1.OffsetUnit.Utf8, WithEvidence = true },
        });
        Assert.Equal(new(OffsetUnit.Utf8, true), settings);
        Assert.Equal(new PassageDate(2014, 10, 1), date);
    }

    [Theory]
    [InlineData("", "TEXT_EMPTY", "is empty")]
    [InlineData(" \n\t", "TEXT_EMPTY", "is empty")]
    [InlineData("123456789012345678901", "TEXT_TOO_LONG", "has 21 UTF-16 units; at most 20 are allowed")]
    public void Documents_that_break_a_rule_are_refused(string text, string reason, string description) =>
        AssertRefused(reason, "text", description, () => Reader.Document(new() { Text = text }));

    [Fact]
    public void Lone_surrogates_are_refused_everywhere()
    {
        const string Broken = "a\ud83d";
        const string Description = "lone surrogate at UTF-16 offset 1";
        AssertRefused("TEXT_BROKEN", "text", Description, () => Reader.Document(new() { Text = Broken }));
        AssertRefused("TEXT_BROKEN", "p.text", Description, () => Reader.Passage(new() { Text = Broken }, "p"));
        Assert.Throws<ClassifierException>(() => Reader.LanguageText(Broken, "texts[0].text"));
    }

    [Fact]
    public void A_document_of_the_longest_length_is_read() =>
        Assert.Null(Reader.Document(new() { Text = new string('a', 20) }).Date);

    [Theory]
    [InlineData("", "TEXT_EMPTY", "is empty")]
    [InlineData("12345678901", "TEXT_TOO_LONG", "has 11 UTF-16 units; at most 10 are allowed")]
    public void Passages_that_break_a_rule_are_refused(string text, string reason, string description) => AssertRefused(
        reason, "passages[7].text", description, () => Reader.Passage(new() { Text = text }, "passages[7]"));

    [Fact]
    public void A_missing_passage_is_refused() =>
        AssertRefused("PASSAGE_MISSING", "passage", "is missing", () => Reader.Passage(null, "passage"));

    [Fact]
    public void A_passage_with_a_malformed_date_is_refused() => AssertRefused(
        "DATE_MALFORMED", "passage.date", "YYYY-MM-DD, YYYY-MM or YYYY",
        () => Reader.Passage(new() { Text = "a", Date = "soon" }, "passage"));

    [Theory]
    [InlineData(0, "BATCH_EMPTY", "has 0 items; 1 to 2 are allowed")]
    [InlineData(3, "BATCH_TOO_LARGE", "has 3 items; 1 to 2 are allowed")]
    public void Batches_of_a_wrong_size_are_refused(int size, string reason, string description)
    {
        var passages = new V1.TagPassagesRequest();
        passages.Passages.AddRange(Enumerable.Repeat(new V1.Passage(), size));
        AssertRefused(reason, "passages", description, () => Reader.Passages(passages));
        var texts = new V1.DetectLanguageRequest();
        texts.Texts.AddRange(Enumerable.Repeat(new V1.TextItem(), size));
        AssertRefused(reason, "texts", description, () => Reader.Languages(texts));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void A_wrong_number_of_alternatives_is_refused(int topK) => AssertRefused(
        "TOP_K_OUT_OF_RANGE", "top_k", $"is {topK}; allowed is 0 to 5",
        () => Reader.Languages(new() { Texts = { new V1.TextItem() }, TopK = topK }));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("12345 🙂")]
    public void Texts_with_nothing_to_read_are_no_error_where_the_language_is_asked(string text) =>
        Reader.LanguageText(text, "texts[0].text");

    [Theory]
    [InlineData("           ")]
    [InlineData("12345678901")]
    public void Texts_too_long_are_an_error_where_the_language_is_asked(string text) =>
        Assert.Throws<ClassifierException>(() => Reader.LanguageText(text, "texts[0].text"));

    private static void AssertRefused(string reason, string field, string description, Func<object?> read)
    {
        var error = Assert.Throws<ClassifierException>(read);
        Assert.Equal((ErrorKind.InvalidArgument, reason), (error.Kind, error.Reason));
        var violation = Assert.Single(error.Violations);
        Assert.Equal(field, violation.Field);
        Assert.Contains(description, violation.Description, StringComparison.Ordinal);
    }
}
