namespace Classifier.Core.Tests;

public sealed class FileTroubleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trouble").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("nothing")]
    [InlineData("nowhere/nothing")]
    public void What_is_not_there_is_missing(string name)
    {
        var error = Thrown(() => File.ReadAllText(Path.Combine(_folder, name)));
        Assert.Equal((true, false), (FileTrouble.IsMissing(error), FileTrouble.MayPass(error)));
    }

    [Fact]
    public void What_another_program_holds_may_pass()
    {
        var path = Path.Combine(_folder, "held");
        using var held = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var error = Thrown(() => File.ReadAllText(path));
        Assert.Equal((false, true), (FileTrouble.IsMissing(error), FileTrouble.MayPass(error)));
    }

    [Fact]
    public void What_may_not_be_read_may_pass() => Assert.True(FileTrouble.MayPass(new UnauthorizedAccessException()));

    [Fact]
    public void What_ends_too_soon_does_not_pass()
    {
        var error = Thrown(() => new MemoryStream().ReadExactly(new byte[1]));
        Assert.Equal((false, false), (FileTrouble.IsMissing(error), FileTrouble.MayPass(error)));
    }

    private static Exception Thrown(Action action) => Assert.ThrowsAny<Exception>(action);
}
