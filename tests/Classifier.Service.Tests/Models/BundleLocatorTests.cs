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
            BundleLocator.All(new(), _root).Select(p => (p.Alias, Path.GetRelativePath(bundles, p.Folder!))));
    }

    [Theory]
    [InlineData("champion")]
    [InlineData("a name")]
    public void Files_that_are_no_alias_are_told(string name)
    {
        Write("models/bundles/champion", "2026.1");
        Write($"models/bundles/challengers/{name}", "2026.1");
        var pointer = BundleLocator.All(new(), _root)[1];
        Assert.Null(pointer.Folder);
        Assert.Equal("ALIAS_INVALID", Assert.IsType<ClassifierException>(pointer.Broken).Reason);
    }

    [Fact]
    public void Without_a_folder_of_bundles_the_champion_tells_why() =>
        Assert.Contains(
            _root, Assert.Single(BundleLocator.All(new(), _root)).Broken!.Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_root, true);

    private void Write(string path, string content)
    {
        var file = new FileInfo(Path.Combine(_root, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, content);
    }
}
