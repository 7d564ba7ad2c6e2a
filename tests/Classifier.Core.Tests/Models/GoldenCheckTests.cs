using System.Text.Json;
using System.Text.Json.Nodes;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Text;

namespace Classifier.Core.Tests.Models;

public sealed class GoldenCheckTests(SharedBundle shared) : IDisposable
{
    private readonly BundleCopy _copy = new(shared);

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void The_shipped_bundle_passes() => GoldenCheck.Verify(shared.Classifier, shared.Folder);

    [Fact]
    public void An_altered_row_fails_and_is_named()
    {
        Action<JsonNode>[] changes =
        [
            row => row["languageScore"] = 0.01f,
            row => row["language"] = row["language"]!.GetValue<string>() == "nl" ? "en" : "nl",
            row => row["scores"]![0] = row["scores"]![0]!.GetValue<float>() > 0.5f ? 0.1f : 0.9f,
            row => row["scores"]!.AsArray().RemoveAt(0),
            row => row["scores"]![0] = "NaN",
            row => row["stances"]![0]!["score"] = 0.2f,
            row => row["stances"]![0]!["label"] = "mixed",
            row => row["stances"]!.AsArray().RemoveAt(row["stances"]!.AsArray().Count - 1),
            row => row["text"] = "Heel andere tekst over niets.",
        ];
        var at = FirstTaggedRow();
        var original = File.ReadAllText(_copy.PathOf(BundleFiles.Golden));
        foreach (var change in changes)
        {
            _copy.EditGolden(at, change);
            Assert.Contains($"row {at + 1}:", Failure(), StringComparison.Ordinal);
            File.WriteAllText(_copy.PathOf(BundleFiles.Golden), original);
        }
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("null\n", "row 1 is damaged")]
    [InlineData("\n", "row 1 is damaged")]
    [InlineData("{\"text\":\"x\"}\n", "row 1 is damaged")]
    public void A_damaged_file_fails(string content, string message)
    {
        File.WriteAllText(_copy.PathOf(BundleFiles.Golden), content);
        Assert.Contains(message, Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_fails()
    {
        File.Delete(_copy.PathOf(BundleFiles.Golden));
        Assert.Contains("is missing", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_no_known_language_has_no_scores()
    {
        var row = GoldenRow.Take(shared.Classifier, "12 345", null);
        Assert.Equal(Languages.Undetermined, row.Language);
        Assert.Empty(row.Scores);
        Assert.Empty(row.Stances);
    }

    [Fact]
    public void Rows_are_written_as_they_were_read() => Assert.All(
        File.ReadLines(_copy.PathOf(BundleFiles.Golden)),
        line => Assert.Equal(line, Written(JsonSerializer.Deserialize<GoldenRow>(line, CoreJson.Lines)!)));

    [Theory]
    [InlineData("2024-12")]
    [InlineData("2024")]
    public void A_row_may_have_a_month_or_a_year(string text)
    {
        Assert.True(PassageDate.TryParse(text, out var date));
        var row = GoldenRow.Take(shared.Classifier, "Ahmed al-Sharaa addressed the crowd in the city.", date);
        File.WriteAllText(_copy.PathOf(BundleFiles.Golden), Written(row));
        GoldenCheck.Verify(shared.Classifier, _copy.Folder);
        Assert.Equal(text, JsonNode.Parse(Written(row))!["date"]!.GetValue<string>());
    }

    private static string Written(GoldenRow row) => JsonSerializer.Serialize(row, CoreJson.Lines);

    private int FirstTaggedRow() => File.ReadLines(_copy.PathOf(BundleFiles.Golden)).ToList()
        .FindIndex(line => JsonNode.Parse(line)!["scores"]!.AsArray().Count > 0);

    private string Failure()
    {
        var failure = Assert.Throws<ClassifierException>(() => GoldenCheck.Verify(shared.Classifier, _copy.Folder));
        Assert.Equal(ErrorKind.FailedPrecondition, failure.Kind);
        return failure.Message;
    }
}
