using Classifier.Training.Terminal;

namespace Classifier.Training.Tests.Terminal;

public sealed class InnerProgramTests
{
    [Fact]
    public async Task An_inner_program_that_ends_by_itself_gives_its_status()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such shell here.");
        Assert.Equal(7, await InnerProgram.RunAsync(new("sh", ["-c", "exit 7"])));
    }

    /// <summary>It reads until the outer program lets go; what it had done by then counts.</summary>
    [Theory]
    [InlineData(143, "cat; exit 9")]
    [InlineData(0, "cat; exit 0")]
    public async Task An_inner_program_is_let_go_when_the_outer_one_is_to_stop(int status, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no such shell here.");
        Assert.Equal(status, await InnerProgram.RunAsync(new("sh", ["-c", script]), Task.FromResult(143)));
    }
}
