using Classifier.Fuzzing;

namespace Classifier.Service.Tests.Fuzzing;

public sealed class FuzzSeedsTests(SmallBundle small)
{
    [Fact]
    public void Every_method_has_a_request_that_is_sound()
    {
        var requests = FuzzSeeds.Requests.Select(r => r.Descriptor).ToHashSet();
        Assert.Contains(FuzzMethods.Grpc, m => m.Name == "Reload");
        Assert.All(FuzzMethods.Grpc, m => Assert.Contains(m.InputType, requests));
        Assert.Equal(FuzzMethods.Grpc.Count - 2, FuzzMethods.Rest.Count);
    }

    [Fact]
    public void The_small_bundle_has_every_file_of_the_champion_or_its_kind()
    {
        static string Kind(string name) => name.EndsWith(".tsv", StringComparison.Ordinal)
            ? Path.GetDirectoryName(name)!
            : name;
        var champion = BundleSeeds.Names(BundleFolder.Champion).Select(Kind).ToHashSet();
        Assert.Equal(champion, BundleSeeds.Names(small.Folder).Select(Kind).ToHashSet());
    }
}
