using Classifier.Core;
using Classifier.Service.Models;

namespace Classifier.Service.Tests.Models;

public sealed class BundleLocatorTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("classifier-").FullName;

    [Fact]
    public void The_champion_of_the_nearest_folder_above_is_found()
    {
        Write("models/bundles/champion", "2026.1\n");
        var start = Directory.CreateDirectory(Path.Combine(_root, "src/service/bin")).FullName;
        Assert.Equal(Path.Combine(_root, "models/bundles/2026.1"), BundleLocator.Find(new(), start));
    }

    [Fact]
    public void A_named_bundle_wins_over_the_champion()
    {
        Write("models/bundles/champion", "2026.1");
        var found = BundleLocator.Find(new() { Bundle = "2026.2" }, _root);
        Assert.Equal(Path.Combine(_root, "models/bundles/2026.2"), found);
    }

    [Fact]
    public void A_named_folder_is_not_searched_for()
    {
        Write("elsewhere/champion", "2026.3");
        var folder = Path.Combine(_root, "elsewhere");
        Assert.Equal(Path.Combine(folder, "2026.3"), BundleLocator.Find(new() { BundlesFolder = folder }, "/"));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var folder = Path.Combine(_root, "nowhere");
        var error = Assert.Throws<ClassifierException>(
            () => BundleLocator.Find(new() { BundlesFolder = folder }, _root));
        Assert.Equal(ErrorKind.NotFound, error.Kind);
        Assert.Contains(folder, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_folder_at_all_is_told_with_the_place_of_the_search()
    {
        var error = Assert.Throws<ClassifierException>(() => BundleLocator.Find(new(), _root));
        Assert.Contains(_root, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_champion_comes_first_then_the_challengers_by_alias()
    {
        Write("models/bundles/champion", "2026.1");
        Write("models/bundles/challengers/next", "2026.3");
        Write("models/bundles/challengers/canary", "2026.2");
        Write("models/bundles/challengers/.hidden", "2026.4");
        var bundles = Path.Combine(_root, "models/bundles");
        Assert.Equal(
            [("champion", "2026.1"), ("canary", "2026.2"), ("next", "2026.3")],
            BundleLocator.All(new(), _root).All.Select(p => (p.Alias, Path.GetRelativePath(bundles, p.Folder!))));
    }

    [Theory]
    [InlineData("champion")]
    [InlineData("a name")]
    public void Files_that_are_no_alias_are_told(string name)
    {
        Write("models/bundles/champion", "2026.1");
        Write($"models/bundles/challengers/{name}", "2026.1");
        var pointer = Assert.Single(BundleLocator.All(new(), _root).Challengers);
        Assert.Null(pointer.Folder);
        Assert.Equal("ALIAS_INVALID", Assert.IsType<ClassifierException>(pointer.Broken).Reason);
    }

    [Fact]
    public void Without_a_folder_of_bundles_champion_and_challengers_tell_why()
    {
        var pointers = BundleLocator.All(new(), _root);
        Assert.Empty(pointers.Challengers);
        Assert.All(
            [pointers.Champion, pointers.Unlisted!],
            p => Assert.Contains(_root, p.Broken!.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_folder_of_challengers_there_are_none()
    {
        Write("models/bundles/champion", "2026.1");
        var pointers = BundleLocator.All(new(), _root);
        Assert.Empty(pointers.Challengers);
        Assert.Null(pointers.Unlisted);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("challengers")]
    [InlineData(null)]
    public void A_folder_of_challengers_that_cannot_be_listed_is_told(string? linkTo)
    {
        Write("models/bundles/champion", "2026.1");
        var path = Path.Combine(_root, "models/bundles/challengers");
        if (linkTo is null)
        {
            File.WriteAllText(path, "no folder");
        }
        else
        {
            Directory.CreateSymbolicLink(path, linkTo);
        }

        var pointers = BundleLocator.All(new(), _root);
        Assert.Null(pointers.Champion.Broken);
        Assert.Empty(pointers.Challengers);
        var broken = Assert.IsType<ClassifierException>(pointers.Unlisted!.Broken);
        Assert.Equal("CHALLENGERS_UNREADABLE", broken.Reason);
        Assert.Contains(path, broken.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, true);

    private void Write(string path, string content)
    {
        var file = new FileInfo(Path.Combine(_root, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, content);
    }
}
