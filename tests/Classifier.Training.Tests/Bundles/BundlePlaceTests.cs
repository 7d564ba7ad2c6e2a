using Classifier.Core;
using Classifier.Training.Bundles;

namespace Classifier.Training.Tests.Bundles;

/// <summary>What training would delete in or beside a bundle's place.</summary>
public sealed class BundlePlaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Final => _folder["new"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_and_what_a_killed_run_left_may_go()
    {
        BundlePlace.Check(Final, "1", replace: false);
        _folder.Write("new.draft/taxonomy.json", "{}");
        _folder.Write("new.old/manifest.json", "{}");
        BundlePlace.Check(Final, "1", replace: false);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("old")]
    public void Folders_beside_that_are_somebody_elses_are_refused_by_name(string end)
    {
        _folder.Write($"new.{end}/notes.txt", "x");
        Assert.StartsWith(
            $"{Final}.{end}, which training would delete, holds no ",
            Assert.Throws<ClassifierException>(() => BundlePlace.Check($"{Final}/", "1", replace: true)).Message,
            StringComparison.Ordinal);
    }
}
