using Classifier.Core;
using Classifier.Fuzzing;
using Classifier.Service.Models;
using CsCheck;

namespace Classifier.Service.Tests.Models;

public sealed class BundleOpenerTests : IDisposable
{
    private readonly BundleFolder _bundles;
    private readonly string _bundle;

    public BundleOpenerTests(SmallBundle small)
    {
        _bundles = new(small.Folder);
        _bundle = _bundles.Add();
    }

    [Fact]
    public void A_byte_that_changes_in_any_hashed_file_is_told_with_the_file()
    {
        var files = BundleSeeds.Names(_bundle).Where(IsHashed).ToArray();
        Assert.Equal(9, files.Length);
        Gen.Select(Gen.OneOfConst(files), Gen.Int[0, int.MaxValue], Gen.Byte[1, byte.MaxValue]).Sample(
            (file, at, change) => AssertRefused(file, bytes => bytes[at % bytes.Length] ^= change),
            iter: 60,
            threads: 1);
        Assert.NotNull(VerifiedBundle.Open(_bundle));
    }

    public void Dispose() => _bundles.Dispose();

    private static bool IsHashed(string name) => Path.GetExtension(name) is ".zip" or ".tsv";

    private void AssertRefused(string file, Action<byte[]> damage)
    {
        var path = Path.Combine(_bundle, file);
        var sound = File.ReadAllBytes(path);
        var damaged = sound.ToArray();
        damage(damaged);
        File.WriteAllBytes(path, damaged);
        var refusal = Assert.Throws<ClassifierException>(() => VerifiedBundle.Open(_bundle));
        File.WriteAllBytes(path, sound);
        Assert.Equal("BUNDLE_INVALID", refusal.Reason);
        Assert.Contains(Path.Combine(_bundle, file.Split('/')[0]) + " is ", refusal.Message, StringComparison.Ordinal);
    }
}
