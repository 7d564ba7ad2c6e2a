using Classifier.Core.Models;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Classifier.Core.Tests.Models;

public sealed class MlNetModelReaderTests(SharedBundle shared)
{
    [Fact]
    public void Damage_anywhere_gives_no_other_error_than_our_own()
    {
        var bytes = File.ReadAllBytes(Path.Combine(shared.Folder, BundleFiles.LanguageArabic));
        var random = new Random(1);
        var path = Path.GetTempFileName();
        for (var i = 0; i < 30; i++)
        {
            var copy = bytes.ToArray();
            for (var flips = 0; flips < 20; flips++)
            {
                copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(path, i % 3 == 0 ? copy[..random.Next(copy.Length)] : copy);
            var error = Record.Exception(() => MlNetModelReader.Read(path));
            Assert.True(error is null or ClassifierException { Kind: ErrorKind.FailedPrecondition }, error?.ToString());
        }

        File.Delete(path);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var refusal = Assert.Throws<ClassifierException>(() => MlNetModelReader.Read("/nowhere/actors.zip"));
        Assert.Contains("/nowhere/actors.zip", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_linear_parts_is_refused_with_what_it_holds()
    {
        var nothing = new TransformerChain<ITransformer>();
        var refusal = Assert.Throws<ClassifierException>(() => MlNetModelReader.Collect(nothing, "actors.zip"));
        Assert.Equal("actors.zip holds 0 linear models and 0 calibrators.", refusal.Message);
    }
}
