using Classifier.Core.Features;

namespace Classifier.Core.Tests.Features;

public sealed class FeatureListTests
{
    [Fact]
    public void A_list_grows_and_keeps_what_it_holds()
    {
        var list = new FeatureList();
        for (var i = 0; i < 10_000; i++)
        {
            list.Add(i, i / 2f, i, i + 1);
        }

        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (i, i / 2f, i, i + 1)), Extracted.Rows(list));
    }

    [Fact]
    public void A_cleared_list_is_empty()
    {
        var list = new FeatureList();
        list.Add(1, 1, 0, 0);
        list.Clear();
        Assert.Equal(0, list.Count);
        Assert.True(list.Buckets.IsEmpty && list.Values.IsEmpty && list.First.IsEmpty && list.Last.IsEmpty);
    }
}
