using Classifier.Core.Access;

namespace Classifier.Training.Tests.Commands;

public sealed class KeyCommandTests
{
    [Fact]
    public async Task The_line_goes_out_the_key_is_shown_aside_and_they_fit()
    {
        using var folder = new TempFolder();
        var result = await Cli.RunAsync(["key", "new", "desk", "--scopes", "tag,admin", "--expires", "2099-12-31"]);
        Assert.Equal(0, result.Exit);
        var path = folder["keys.tsv"];
        await File.WriteAllTextAsync(path, result.Out, TestContext.Current.CancellationToken);
        var key = result.Err.TrimEnd().Split('\n')[^1];
        var record = ApiKeyFile.Read(path).Find(key)!;
        Assert.Equal(("desk", "tag,admin"), (record.Name, string.Join(',', record.Scopes)));
        Assert.DoesNotContain(ApiKey.Parse(key)!.Secret, result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words", "tag", "2099-12-31", "is no name")]
    [InlineData("desk", "root", "2099-12-31", "'root' is no scope")]
    [InlineData("desk", "tag", "2020-01-01", "the key would be dead: today is 20")]
    [InlineData("desk", "tag", "soon", "write it as 2027-12-31")]
    public async Task Bad_arguments_make_no_key(string name, string scopes, string expires, string problem)
    {
        var result = await Cli.RunAsync(["key", "new", name, "--scopes", scopes, "--expires", expires]);
        Assert.Equal((1, ""), (result.Exit, result.Out));
        Assert.Contains(problem, result.Err, StringComparison.Ordinal);
    }
}
