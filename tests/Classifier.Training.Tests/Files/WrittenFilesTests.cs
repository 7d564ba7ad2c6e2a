using Classifier.Core;
using Classifier.Training.Files;

namespace Classifier.Training.Tests.Files;

public sealed class WrittenFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public WrittenFilesTests()
    {
        _folder.Write("data/in", "rows");
        Directory.CreateSymbolicLink(_folder["linked"], _folder["data"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("data/in", "data/out", null)]
    [InlineData("data/in", "data/out", "linked/other")]
    [InlineData("nowhere", "data/out", null)]
    [InlineData("data/in", "/dev/null", "/dev/null")]
    public void Files_apart_are_taken(string read, string first, string? second) => Check(read, first, second);

    [Theory]
    [InlineData("data/in", "data/in", null, "--a {0}/data/in would overwrite the input; name another file.")]
    [InlineData("data/in", "data/../data/in", null, "--a {0}/data/../data/in would overwrite the input")]
    [InlineData("data/in", "linked/in", null, "--a {0}/linked/in would overwrite the input")]
    [InlineData("linked/in", "x", "data/in", "--b {0}/data/in would overwrite the input")]
    [InlineData("data/in", "data/x", "linked/x", "--a and --b both name {0}/linked/x; name two files.")]
    [InlineData("data/in", "data", null, "--a {0}/data is a folder; name a file in it.")]
    [InlineData("data/out.draft", "data/out", null, "--a {0}/data/out would overwrite the input")]
    [InlineData("data/in", "none/x", null, "--a {0}/none/x lies in a folder that is not there")]
    public void A_file_that_would_cost_another_is_refused(string read, string first, string? second, string message)
    {
        var error = Assert.Throws<ClassifierException>(() => Check(read, first, second));
        Assert.StartsWith(
            message.Replace("{0}", _folder.Path, StringComparison.Ordinal), error.Message, StringComparison.Ordinal);
    }

    private void Check(string read, string first, string? second) => WrittenFiles.Check(
        [_folder[read]], ("--a", _folder[first]), ("--b", second is null ? null : _folder[second]));
}
