using Classifier.Core.Models;
using Classifier.Fuzzing;

namespace Classifier.Service.Tests.Fuzzing;

public sealed class LoadTargetTests(SmallBundle small)
{
    [Fact]
    public async Task Other_bytes_than_training_wrote_are_vouched_for_and_opened()
    {
        await using var target = new LoadTarget(small.Folder);
        await TryAsync(target, BundleFiles.Taxonomy, sound => [.. sound, (byte)' ']);
        Assert.Equal(1, target.Opened);
        await TryAsync(target, BundleFiles.Actors, Commented);
        Assert.Equal(2, target.Opened);
        await TryAsync(target, BundleFiles.Actors, sound => sound[..^1]);
        Assert.Equal(2, target.Opened);
    }

    private Task TryAsync(LoadTarget target, string name, Func<byte[], byte[]> change)
    {
        var sound = File.ReadAllBytes(Path.Combine(small.Folder, name));
        return target.TryAsync(Choice.Join(BundleSeeds.Names(small.Folder).IndexOf(name), change(sound)));
    }

    /// <summary>A zip ends with a comment, and before that its length in two bytes: none, as it was written.</summary>
    private static byte[] Commented(byte[] zip) => [.. zip[..^2], 1, 0, (byte)'x'];
}
