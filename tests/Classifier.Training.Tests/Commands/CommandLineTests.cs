using Classifier.Training.Commands;

namespace Classifier.Training.Tests.Commands;

/// <summary>What every command has in common: help, version, and how it complains.</summary>
public sealed class CommandLineTests(TinyBundle bundle)
{
    public static TheoryData<string> Names => [.. CommandTable.Root().Subcommands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Help_of_every_command_has_an_example(string command)
    {
        var result = await Cli.RunAsync(command, "--help");
        Assert.Equal((0, ""), (result.Exit, result.Err));
        Assert.Contains($"Example: classifier {command} ", result.Out, StringComparison.Ordinal);
        Assert.Contains($"Usage:\n  classifier {command} ", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        var result = await Cli.RunAsync("--help");
        Assert.Equal((0, ""), (result.Exit, result.Err));
        Assert.All(
            ["train", "evaluate", "score", "detect", "tag", "validate"],
            command => Assert.Contains($"\n  {command} ", result.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_a_number_on_a_line()
    {
        var result = await Cli.RunAsync("--version");
        Assert.Equal((0, ""), (result.Exit, result.Err));
        Assert.True(Version.TryParse(Assert.Single(result.Lines), out _), result.Out);
    }

    [Theory]
    [InlineData("classifier --help")]
    [InlineData("classifier --help", "frob")]
    [InlineData("classifier score --help", "score", "--nope")]
    [InlineData("classifier evaluate --help", "evaluate", "x.jsonl", "--split", "all")]
    public async Task Arguments_that_make_no_sense_end_in_one_line(string hint, params string[] args) =>
        Assert.EndsWith($". See '{hint}'.", (await Cli.RunAsync(args)).Complaint(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("'frob'", "frob")]
    [InlineData("'--nope'", "tag", "--nope", "text")]
    [InlineData("'--dat=2024-01-15'", "tag", "text", "--dat=2024-01-15")]
    [InlineData("'-x'", "validate", "-x")]
    [InlineData("'utf16' 'utf8' 'code_point'.", "score", "--offsets", "miles")]
    [InlineData("'train' 'dev' 'test'.", "evaluate", "x.jsonl", "--split", "all")]
    [InlineData("'utf16' 'utf8' 'code_point'.", "detect", "--offsets", "miles")]
    [InlineData("--output is empty", "score", "--output", "")]
    [InlineData("An argument is empty", "score", "")]
    [InlineData("--json is empty", "evaluate", "x.jsonl", "--json", "")]
    [InlineData("--top is 6; allowed is 0 to 5.", "detect", "--top", "6")]
    [InlineData("--top is -1; allowed is 0 to 5.", "detect", "--top", "-1")]
    [InlineData("--top is many; allowed is 0 to 5.", "detect", "--top", "many")]
    [InlineData("'evaluate'.", "evaluate")]
    [InlineData("--split belongs to --task tags.", "evaluate", "x", "--task", "language", "--split", "dev")]
    [InlineData("--errors belongs to --task tags.", "evaluate", "x", "--task", "language", "--errors", "y")]
    [InlineData("--stitched belongs to --task language.", "evaluate", "x", "--stitched", "5")]
    [InlineData(
        "--stitched is 100001; allowed is 0 to 100000.", "evaluate", "x", "--task", "language", "--stitched", "100001")]
    [InlineData("'tags' 'language'", "evaluate", "x", "--task", "frob", "--stitched", "5")]
    [InlineData("'-o'.", "score", "-o")]
    public void Complaints_name_what_is_wrong(string what, params string[] args) =>
        Assert.Contains(what, CommandLine.Complaint(CommandLine.Parse(args)), StringComparison.Ordinal);

    [Theory]
    [InlineData("tag", "@SDF_Syria bevestigt")]
    [InlineData("tag", "-", "--date", "2024-01-15")]
    [InlineData("tag", "- een streepje vooraan")]
    [InlineData("tag", "--", "--nope")]
    [InlineData("tag", "--nope", "--help")]
    [InlineData("score")]
    [InlineData("score", "-", "-o", "-", "--evidence")]
    [InlineData("detect")]
    [InlineData("detect", "-", "--top", "0", "--spans")]
    public void Arguments_that_make_sense_are_taken(params string[] args) =>
        Assert.Null(CommandLine.Complaint(CommandLine.Parse(args)));

    [Theory]
    [InlineData("nowhere.jsonl", "score", "nowhere.jsonl")]
    [InlineData("nowhere.jsonl", "detect", "nowhere.jsonl")]
    [InlineData("nowhere.txt", "tag", "--file", "nowhere.txt")]
    [InlineData("nowhere", "validate", "nowhere")]
    [InlineData("nowhere", "evaluate", "nowhere")]
    [InlineData("nowhere.gz", "evaluate", "nowhere.gz", "--task", "language")]
    [InlineData("nowhere.json", "train", "--recipe", "nowhere.json")]
    public async Task A_missing_file_ends_in_one_line_that_names_it(string name, params string[] args)
    {
        var withBundle = args.Concat(args[0] is "train" or "validate" ? [] : ["--bundle", bundle.Folder]);
        Assert.Contains(name, (await Cli.RunAsync([.. withBundle])).Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_bundle_ends_in_one_line_that_names_it() => Assert.Contains(
        "no bundle at nowhere", (await Cli.RunAsync("score", "-b", "nowhere")).Complaint(), StringComparison.Ordinal);
}
