using System.Text;

namespace Classifier.Training.Tests.Commands;

/// <summary>The <c>tag</c> command as a user sees it through a pipe.</summary>
public sealed class TagCommandTests(TinyBundle bundle)
{
    private const string Dutch =
        "De Koerdische strijders van de SDF arresteerden zeven IS-strijders bij het kamp al-Hol.";

    [Fact]
    public async Task A_text_is_printed_with_its_language_its_place_and_marks_in_place_of_colours()
    {
        var result = await TagAsync("", Dutch);
        Assert.StartsWith("nl ", result.Lines[0], StringComparison.Ordinal);
        Assert.Contains($"[0,{Dutch.Length})", result.Lines[0], StringComparison.Ordinal);
        Assert.Equal(Dutch, Unmarked(result.Lines[1]));
        Assert.Contains('‹', result.Lines[1]);
        Assert.DoesNotContain('\e', result.Out);
    }

    [Fact]
    public async Task A_text_a_file_and_standard_input_give_the_same()
    {
        using var folder = new TempFolder();
        var file = folder.Write("text.txt", Dutch);
        var expected = (await TagAsync("", Dutch)).Out;
        Assert.Equal(expected, (await TagAsync("", "--file", file)).Out);
        Assert.Equal(expected, (await TagAsync(Dutch, "-")).Out);
        Assert.Equal(expected, (await TagAsync(Dutch, "--file", "-")).Out);
    }

    [Fact]
    public async Task A_file_of_another_encoding_is_read_by_its_mark_or_refused_with_the_place()
    {
        using var folder = new TempFolder();
        var file = folder.Write("text.txt", "");
        await File.WriteAllTextAsync(file, Dutch, Encoding.BigEndianUnicode, TestContext.Current.CancellationToken);
        Assert.Equal((await TagAsync("", Dutch)).Out, (await TagAsync("", "--file", file)).Out);
        await File.WriteAllTextAsync(
            file, "De Koerden ontruimden één wijk.", Encoding.Latin1, TestContext.Current.CancellationToken);
        var refused = await Cli.RunAsync("tag", "--bundle", bundle.Folder, "--file", file);
        Assert.Equal(1, refused.Exit);
        Assert.Contains($"'{file}' is not UTF-8 at byte 22; save it as UTF-8.", refused.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_called_one()
    {
        using var folder = new TempFolder();
        var refused = await Cli.RunAsync("tag", "--bundle", bundle.Folder, "--file", folder.Path);
        Assert.Equal((1, $"classifier: {folder.Path} is a folder; name a file in it.\n"), (refused.Exit, refused.Err));
    }

    [Fact]
    public async Task A_post_that_starts_with_a_name_is_a_text()
    {
        const string post = "@SDF_Syria arresteerde zeven strijders bij het kamp";
        Assert.Contains(post, Unmarked((await TagAsync("", post)).Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_behind_two_dashes_is_text_whatever_it_looks_like()
    {
        var result = await Cli.RunAsync("tag", "-b", bundle.Folder, "--", "--typo");
        Assert.Contains("--typo", Unmarked(result.Out), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing to tag")]
    [InlineData("Both a text and --file", "text", "--file", "x")]
    [InlineData("--date is '15-01-2024'; write it as YYYY-MM-DD, YYYY-MM or YYYY", "text", "--date", "15-01-2024")]
    [InlineData("is empty", "-")]
    public async Task What_cannot_be_tagged_is_refused(string what, params string[] args) => Assert.Contains(
        what, (await Cli.RunAsync(["tag", "-b", bundle.Folder, .. args])).Complaint(), StringComparison.Ordinal);

    [Fact]
    public async Task The_name_of_a_file_is_not_tagged_as_a_text()
    {
        using var folder = new TempFolder();
        var file = folder.Write("text.txt", Dutch);
        Assert.Contains(
            "write --file",
            (await Cli.RunAsync("tag", "-b", bundle.Folder, file)).Complaint(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-01-15")]
    [InlineData("2024-01")]
    [InlineData("2024")]
    public async Task A_date_is_a_day_a_month_or_a_year(string date) =>
        Assert.StartsWith("nl ", (await TagAsync("", Dutch, "--date", date)).Out, StringComparison.Ordinal);

    [Fact]
    public async Task The_champion_is_used_where_no_bundle_is_named()
    {
        var result = await Cli.RunAsync("tag", Dutch, "--date", "2026-01-20");
        Assert.Equal((0, ""), (result.Exit, result.Err));
        Assert.StartsWith("nl ", result.Out, StringComparison.Ordinal);
    }

    private async Task<CliResult> TagAsync(string input, params string[] args)
    {
        var result = await Cli.FeedAsync(input, ["tag", "--bundle", bundle.Folder, .. args]);
        Assert.Equal((0, ""), (result.Exit, result.Err));
        return result;
    }

    private static string Unmarked(string text) =>
        text.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal);
}
