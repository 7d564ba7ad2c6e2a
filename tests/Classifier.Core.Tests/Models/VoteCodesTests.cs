using Classifier.Core.Models;

namespace Classifier.Core.Tests.Models;

public sealed class VoteCodesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 8)]
    [InlineData(12, 16)]
    [InlineData(17, 24)]
    public void Sums_over_labels_take_whole_vectors_and_codes_do_not(int labels, int padded) =>
        Assert.Equal((padded, 2 * labels), (VoteCodes.PaddedTo(labels), VoteCodes.RoomFor(labels)));

    [Fact]
    public void What_is_added_is_nearly_what_was_written()
    {
        float[] given = [4.8e8f, 2e-9f, 1, 3, 0.7f, 0.003f, 255, 1e-3f];
        float[] votes = [31, -31, 0, 0.5f, -7.123f, 12.75f, -0.001f, 3];
        var (codes, heard, voted) = (new short[16 + VoteCodes.Spare], new float[8], new float[8]);
        VoteCodes.Write(given, votes, codes);
        VoteCodes.Add(codes, 8, heard, voted);
        Assert.All(given.Zip(heard), p => Assert.Equal(1, p.Second / p.First, 1 / 256.0));
        Assert.All(votes.Zip(voted.Zip(heard, (v, h) => v / h)), p => Assert.Equal(p.First, p.Second, 1 / 2000.0));
        Assert.All(
            Enumerable.Range(0, 8),
            label => Assert.Equal(voted[label], Voted(codes, label), MathF.Abs(voted[label]) * 1e-6f));
        VoteCodes.Add(codes, 8, heard, voted);
        Assert.Equal(2 * Voted(codes, 3), voted[3], 1e-5f);
        static float Voted(short[] codes, int label) =>
            VoteCodes.Of(codes, 8, label).Heard * VoteCodes.Of(codes, 8, label).Vote;
    }

    [Fact]
    public void What_lies_behind_the_codes_does_not_count()
    {
        float[] given = [0.5f, 1, 2, 3, 4, 5, 6, 7, 8];
        float[] votes = [1, -2, 3, -4, 5, -6, 7, -8, 9];
        var codes = new short[18 + VoteCodes.Spare];
        Array.Fill(codes, short.MaxValue);
        VoteCodes.Write(given, votes, codes);
        var (heard, voted) = (new float[16], new float[16]);
        VoteCodes.Add(codes, 9, heard, voted);
        Assert.Equal([.. given, .. new float[7]], heard);
        Assert.Equal([.. given.Zip(votes, (g, v) => g * v), .. new float[7]], voted);
    }
}
