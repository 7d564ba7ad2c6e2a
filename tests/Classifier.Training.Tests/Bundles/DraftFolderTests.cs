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

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(_folder["bundles"], "*", SearchOption.AllDirectories);
}
