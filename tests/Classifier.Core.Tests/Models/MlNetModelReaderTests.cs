using System.IO.Compression;
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
    public void A_file_that_another_program_holds_is_no_broken_model()
    {
        var path = Path.GetTempFileName();
        using (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            Assert.Throws<IOException>(() => MlNetModelReader.Read(path));
        }

        Assert.Throws<ClassifierException>(() => MlNetModelReader.Read(path));
        File.Delete(path);
    }

    /// <summary>Which may never come back from a file that is damaged, so that its hash goes first.</summary>
    [Fact]
    public void The_loader_of_the_library_is_asked_only_after_the_caller()
    {
        MlNetModelReader.Read(
            Path.Combine(shared.Folder, BundleFiles.Actors), () => Assert.Fail("It is read without that loader."));
        var path = Path.GetTempFileName();
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        {
            zip.CreateEntry("TransformerChain/Model.key");
        }

        var damaged = ClassifierException.BadBundle("It is damaged.");
        Assert.Same(damaged, Record.Exception(() => MlNetModelReader.Read(path, () => throw damaged)));
        File.Delete(path);
    }

    [Fact]
    public void A_model_without_linear_parts_is_refused_with_what_it_holds()
    {
        var nothing = new TransformerChain<ITransformer>();
        var refusal = Assert.Throws<ClassifierException>(() => MlNetModelReader.Collect(nothing, "actors.zip"));
        Assert.Equal("actors.zip holds 0 linear models and 0 calibrators.", refusal.Message);
    }

    [Fact]
    public void Models_over_as_many_models_are_layers()
    {
        var read = MlNetModelReader.Checked(Chain([8, 8, 8], [3, 3, 3, 3], [4, 4]), "events.zip");
        Assert.Equal((2, 4, 3), (read.Weights.Count, read.Hidden!.Weights.Count, read.Hidden.Hidden!.Weights.Count));
        Assert.Equal((2, 4, 3), (read.Bias.Count, read.Hidden.Bias.Count, read.Hidden.Hidden.Bias.Count));
        Assert.Null(read.Hidden.Hidden.Hidden);
    }

    [Fact]
    public void More_layers_than_can_be_scored_are_refused() => Assert.Equal(
        "events.zip holds more than two layers of models before those of its labels.",
        Assert.Throws<ClassifierException>(() =>
            MlNetModelReader.Checked(Chain([8, 8, 8], [3, 3, 3, 3], [4, 4, 4, 4, 4], [5, 5]), "events.zip")).Message);

    [Fact]
    public void Layers_that_do_not_fit_are_refused() => Assert.Equal(
        "events.zip holds 5 linear models and 2 calibrators.",
        Assert.Throws<ClassifierException>(
            () => MlNetModelReader.Checked(Chain([8, 8, 8], [4, 4]), "events.zip")).Message);

    /// <summary>Models of so many weights, and a calibrator for each of the last.</summary>
    private static LinearWeights Chain(params int[][] layers) => new(
        [.. layers.SelectMany(l => l).Select(size => new float[size])],
        [.. layers.SelectMany(l => l).Select((_, i) => (float)i)],
        [.. layers[^1].Select(_ => new Calibration(-1, 0))]);
}
