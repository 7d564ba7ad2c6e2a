using Classifier.Core;
using Classifier.Training.Bundles;

namespace Classifier.Training.Tests.Bundles;

public sealed class DraftFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Final => _folder["bundles/new"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_draft_takes_the_place_of_what_is_there_and_leaves_nothing_beside()
    {
        _folder.Write("bundles/new/old.txt", "old");
        using (var draft = new DraftFolder(Final))
        {
            File.WriteAllText(Path.Combine(draft.Path, "new.txt"), "new");
            draft.Publish();
        }

        Assert.Equal([_folder["bundles/new/new.txt"]], Files());
        Assert.Equal([Final], Directory.EnumerateDirectories(_folder["bundles"]));
    }

    [Fact]
    public void A_run_that_fails_leaves_what_is_there()
    {
        var old = _folder.Write("bundles/new/old.txt", "old");
        using (var draft = new DraftFolder(Final))
        {
            File.WriteAllText(Path.Combine(draft.Path, "new.txt"), "new");
        }

        Assert.Equal([old], Files());
    }

    [Fact]
    public void A_draft_that_cannot_take_its_place_leaves_what_is_there()
    {
        var old = _folder.Write("bundles/new/old.txt", "old");
        using (var draft = new DraftFolder(Final))
        {
            Directory.Delete(draft.Path);
            Assert.ThrowsAny<IOException>(draft.Publish);
        }

        Assert.Equal([old], Files());
    }

    [Fact]
    public void A_second_run_is_refused_and_leaves_the_draft_of_the_first()
    {
        using (var draft = new DraftFolder(Final))
        {
            var file = Path.Combine(draft.Path, "new.txt");
            File.WriteAllText(file, "new");
            var error = Assert.Throws<ClassifierException>(() => new DraftFolder(Final + "/"));
            Assert.Equal(
                $"Another run is training into {Final}; wait for it, or name another folder with --output.",
                error.Message);
            Assert.True(File.Exists(file));
        }

        new DraftFolder(Final).Dispose();
        Assert.Empty(Files());
    }

    /// <summary>As a machine that lost its power between the two moves left it.</summary>
    [Fact]
    public void The_old_bundle_stands_beside_until_the_new_one_is_in_place()
    {
        var old = _folder.Write("bundles/new.old/old.txt", "old");
        using var draft = new DraftFolder(Final);
        Directory.Delete(draft.Path);
        Assert.ThrowsAny<IOException>(draft.Publish);
        Assert.True(File.Exists(old) || File.Exists(Path.Combine(Final, "old.txt")));
    }

    /// <summary>A file stands in the draft's place.</summary>
    [Fact]
    public void A_draft_that_cannot_be_made_leaves_the_place_to_the_next_run()
    {
        var file = _folder.Write("bundles/new.draft", "x");
        Assert.ThrowsAny<IOException>(() => new DraftFolder(Final));
        File.Delete(file);
        new DraftFolder(Final).Dispose();
        Assert.Empty(Files());
    }

    [Fact]
    public void A_run_is_stopped_until_its_bundle_stands()
    {
        var statuses = new List<int>();
        using (var draft = new DraftFolder(Final, statuses.Add))
        {
            draft.Stop(143);
        }

        Assert.Equal([143], statuses);
        using (var draft = new DraftFolder(Final, statuses.Add))
        {
            draft.Publish();
            draft.Stop(130);
        }

        Assert.Equal([143], statuses);
    }

    [Fact]
    public void A_bundle_stands_though_the_one_before_cannot_be_deleted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Nothing keeps this user.");
        var kept = Path.GetDirectoryName(_folder.Write("bundles/new/kept/old.txt", "old"))!;
        Rights(kept, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using (var draft = new DraftFolder(Final))
        {
            File.WriteAllText(Path.Combine(draft.Path, "new.txt"), "new");
            draft.Publish();
        }

        Assert.True(File.Exists(Path.Combine(Final, "new.txt")));
        Rights(
            _folder["bundles/new.old/kept"],
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>A tool's own lock file, such as Poetry's, may be named after the folder.</summary>
    [Fact]
    public void Only_the_runs_own_lock_file_is_taken_away()
    {
        var file = _folder.Write("bundles/new.lock", "of others");
        new DraftFolder(Final).Dispose();
        Assert.Equal([file], Files());
    }

    [Fact]
    public void A_lock_file_that_cannot_be_written_is_named_with_the_mend()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A folder in its place is told otherwise there.");
        Directory.CreateDirectory($"{Final}.draft.lock");
        Assert.StartsWith(
            $"{Final}.draft.lock, which keeps a second run out, cannot be written; give this user the right",
            Assert.Throws<ClassifierException>(() => new DraftFolder(Final)).Message,
            StringComparison.Ordinal);
    }

    private static void Rights(string folder, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, mode);
        }
    }

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(_folder["bundles"], "*", SearchOption.AllDirectories);
}
