using Classifier.Training.Files;

namespace Classifier.Training.Tests.Files;

public sealed class FilePlaceTests
{
    [Fact]
    public void Names_are_told_apart_as_the_system_does()
    {
        using var folder = new TempFolder();
        folder.Write("rows", "x");
        Assert.Equal(File.Exists(folder["ROWS"]), FilePlace.Names.Equals("rows", "ROWS"));
    }

    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/dev/../dev/stdout", true)]
    [InlineData("/proc/self/fd/1", true)]
    [InlineData("/dev/shm/answers.jsonl", false)]
    [InlineData("/devices/answers.jsonl", false)]
    [InlineData("dev/null", false)]
    public void Devices_are_told_by_where_they_lie(string path, bool device)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such places.");
        Assert.Equal(device, FilePlace.IsDevice(path));
    }
}
