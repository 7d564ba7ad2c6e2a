using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class VoteCodesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 8)]
    [InlineData(12, 16)]
    [InlineData(16, 16)]
    public void Labels_take_whole_vectors(int labels, int padded) =>
        Assert.Equal((padded, 2 * padded), (VoteCodes.PaddedTo(labels), VoteCodes.RoomFor(labels)));

    [Fact]
    public void What_is_added_is_nearly_what_was_written()
    {
        float[] given = [4.8e8f, 2e-9f, 1, 3, 0.7f, 0.003f, 255, 1e-3f];
        float[] votes = [31, -31, 0, 0.5f, -7.123f, 12.75f, -0.001f, 3];
        var (codes, heard, voted) = (new short[16], new float[8], new float[8]);
        VoteCodes.Write(given, votes, codes);
        VoteCodes.Add(codes, heard, voted);
        Assert.All(given.Zip(heard), p => Assert.Equal(1, p.Second / p.First, 1 / 256.0));
        Assert.All(votes.Zip(voted.Zip(heard, (v, h) => v / h)), p => Assert.Equal(p.First, p.Second, 1 / 2000.0));
        Assert.All(Enumerable.Range(0, 8), label => Assert.Equal(voted[label], VoteCodes.Voted(codes, label), MathF.Abs(voted[label]) * 1e-6f));
        VoteCodes.Add(codes, heard, voted);
        Assert.Equal(2 * VoteCodes.Voted(codes, 3), voted[3], 1e-5f);
    }
}
