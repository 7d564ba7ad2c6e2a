using Classifier.Core;
using Classifier.Training.Evaluation;

namespace Classifier.Training.Tests.Evaluation;

public sealed class StitchedParagraphTests
{
    private static readonly LanguageRow[] Rows =
    [
        .. Lines("eng", "en"), .. Lines("nld", "nl"), .. Lines("kmr", "kmr"), .. Lines("ckb", "ckb"),
        .. Lines("tur", "und"), .. Lines("arb", "und"),
    ];

    private static readonly List<StitchedParagraph> Paragraphs = StitchedParagraph.Build(Rows, 200);

    [Fact]
    public void Lines_stand_where_they_are_said_to_with_a_space_between_them() => Assert.All(Paragraphs, p =>
    {
        var texts = p.Lines.Select(l => l.Span.Of(p.Text).ToString()).ToList();
        Assert.Equal(p.Text, string.Join(' ', texts));
        Assert.All(p.Lines.Zip(texts), l => Assert.Contains(Rows, r => r.Text == l.Second && r.Lang == l.First.Tag));
    });

    [Fact]
    public void Two_to_five_lines_are_of_as_many_languages()
    {
        Assert.All(Paragraphs, p => Assert.Equal(p.Lines.Count, p.Lines.Select(l => l.Tag).Distinct().Count()));
        Assert.Equal([2, 3, 4, 5], Paragraphs.Select(p => p.Lines.Count).Distinct().Order());
    }

    [Fact]
    public void Every_line_comes_and_every_language_in_every_place()
    {
        var texts = Paragraphs.SelectMany(p => p.Lines.Select(l => l.Span.Of(p.Text).ToString())).Distinct();
        Assert.Equal(Rows.Select(r => r.Text).Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
        Assert.Equal(5, Paragraphs.Select(p => p.Lines[0].Tag).Distinct().Count());
        Assert.Equal(5, Paragraphs.Select(p => p.Lines[1].Tag).Distinct().Count());
    }

    [Fact]
    public void The_same_rows_give_the_same_paragraphs_and_more_begin_with_the_same() =>
        Assert.Equal(Paragraphs.Select(p => p.Text), StitchedParagraph.Build(Rows, 300).Take(200).Select(p => p.Text));

    [Fact]
    public void Short_spans_posts_and_lines_without_letters_are_left_out()
    {
        LanguageRow[] rows =
        [
            new("one", "en", null, null), new("two", "en", null, "short_x"), new("drie", "nl", null, "news"),
            new("vier", "kmr", null, "social_x"), new("12 🔥", "und", null, "news"),
        ];
        Assert.Equal(
            ["drie one", "one drie"], StitchedParagraph.Build(rows, 50).Select(p => p.Text).Distinct().Order());
    }

    [Fact]
    public void One_language_is_not_enough()
    {
        var error =
            Assert.Throws<ClassifierException>(() => StitchedParagraph.Build([new("one", "en", null, null)], 1));
        Assert.Contains("in 1 languages", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<LanguageRow> Lines(string file, string language) =>
        LanguageTexts.All[file].Select(text => new LanguageRow(text, language, file, "news"));
}
