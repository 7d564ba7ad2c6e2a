using Classifier.Core.Models;
using CsCheck;

namespace Classifier.Core.Tests.Models;

public sealed class RowIndexTests
{
    [Fact]
    public void Rows_are_numbered_from_one_in_the_order_of_their_buckets() => Gen.Bool.Array[1, 512].Sample(
        used =>
        {
            var index = new RowIndex(used);
            var next = 0;
            for (var bucket = 0; bucket < used.Length; bucket++)
            {
                Assert.Equal(used[bucket] ? ++next : 0, index[bucket]);
            }

            Assert.Equal(next, index.Rows);
        },
        iter: 200);
}
