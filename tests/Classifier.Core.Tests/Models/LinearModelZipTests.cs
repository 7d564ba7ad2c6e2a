using System.IO.Compression;
using Classifier.Core.Models;
using Microsoft.ML;

namespace Classifier.Core.Tests.Models;

public sealed class LinearModelZipTests(SharedBundle shared)
{
    [Theory]
    [InlineData(BundleFiles.Actors)]
    [InlineData(BundleFiles.Events)]
    [InlineData(BundleFiles.Stance)]
    public void Weights_are_those_that_ml_net_reads(string file)
    {
        var path = Path.Combine(shared.Folder, file);
        var read = MlNetModelReader.Collect(new MLContext(0).Model.Load(path, out _), path);
        Assert.NotNull(LinearModelZip.TryRead(path));
        Assert.Equal(WeightHash.Of(read), WeightHash.Of(MlNetModelReader.Read(path)));
    }

    [Theory]
    [InlineData(72, "another version of a part")]
    [InlineData(64, "another kind of part")]
    [InlineData(24, "another length than the weights have")]
    [InlineData(16, "data that begins elsewhere")]
    [InlineData(0, "no part at all")]
    public void What_is_not_known_is_left_to_ml_net(int place, string why)
    {
        var path = Path.GetTempFileName();
        File.Copy(Path.Combine(shared.Folder, BundleFiles.Stance), path, overwrite: true);
        Change(path, "TransformerChain/Model/Model.key", place);
        Assert.True(LinearModelZip.TryRead(path) is null, why);
        File.Delete(path);
    }

    private static void Change(string path, string name, int place)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        using var data = zip.GetEntry(name)!.Open();
        data.Position = place;
        var old = data.ReadByte();
        data.Position = place;
        data.WriteByte((byte)(old ^ 1));
    }
}
