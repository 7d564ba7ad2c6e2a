using Classifier.Training.Files;

namespace Classifier.Training.Tests.Files;

public sealed class OutputFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Target => _folder["answers"];

    private string Draft => Target + OutputFile.DraftEnd;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_before_it_stands_until_the_new_one_is_whole()
    {
        _folder.Write("answers", "before");
        using var output = OutputFile.At(Target);
        output.Stream.Write("now"u8);
        output.Stream.Flush();
        Assert.Equal(("before", 3), (Read(Target), new FileInfo(Draft).Length));
        output.Publish();
        Assert.Equal("now", Read(Target));
        Assert.False(File.Exists(Draft));
    }

    [Fact]
    public void A_run_that_breaks_off_leaves_the_file_before_it_and_the_draft()
    {
        _folder.Write("answers", "before");
        using (var output = OutputFile.At(Target))
        {
            output.Stream.Write("half"u8);
        }

        Assert.Equal(("before", "half"), (Read(Target), Read(Draft)));
    }

    [Fact]
    public void What_cannot_take_its_place_stays_in_the_draft_and_the_reason_is_told()
    {
        using (var output = OutputFile.At(Target))
        {
            output.Stream.Write("whole"u8);
            Directory.CreateDirectory(Target);
            Assert.ThrowsAny<SystemException>(output.Publish);
        }

        Assert.Equal("whole", Read(Draft));
    }

    [Fact]
    public void A_disk_that_is_full_is_what_the_user_hears_of()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        var output = OutputFile.At("/dev/full");
        output.Stream.Write("answer"u8);
        Assert.ThrowsAny<IOException>(output.Publish);
        output.Dispose();
    }

    [Fact]
    public void Two_runs_do_not_write_to_one_draft()
    {
        _folder.Write("answers", "before");
        using var first = OutputFile.At(Target);
        Assert.ThrowsAny<IOException>(() => OutputFile.At(Target));
    }

    [Fact]
    public void A_draft_that_holds_nothing_is_taken_away()
    {
        OutputFile.At(Target).Dispose();
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public void Behind_a_link_the_file_is_replaced_and_not_the_link()
    {
        File.CreateSymbolicLink(_folder["link"], _folder.Write("answers", "before"));
        WriteTo(_folder["link"]);
        Assert.Equal("now", Read(Target));
        Assert.Equal(Target, new FileInfo(_folder["link"]).LinkTarget);
    }

    [Fact]
    public void Who_may_read_the_file_stays_as_it_was()
    {
        _folder.Write("answers", "before");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Target, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            WriteTo(Target);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Target));
        }
    }

    [Fact]
    public void A_file_that_is_being_read_is_not_replaced()
    {
        using var input = File.OpenRead(_folder.Write("answers", "before"));
        Assert.Throws<IOException>(() => OutputFile.At(Target));
    }

    [Fact]
    public void A_device_is_written_at_once_and_stays()
    {
        File.CreateSymbolicLink(_folder["link"], "/dev/null");
        WriteTo("/dev/null");
        WriteTo(_folder["link"]);
        Assert.Equal("/dev/null", new FileInfo(_folder["link"]).LinkTarget);
        Assert.Equal("", Read("/dev/null"));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private static void WriteTo(string path)
    {
        using var output = OutputFile.At(path);
        output.Stream.Write("now"u8);
        output.Publish();
    }

    private static string Read(string path) => File.ReadAllText(path);
}
