using System.IO.Compression;
using System.Text;
using Classifier.Training.Bundles;

namespace Classifier.Training.Tests.Bundles;

public sealed class SmallestZipTests
{
    [Fact]
    public void Every_entry_is_there_and_the_file_is_smaller_and_always_the_same()
    {
        using var folder = new TempFolder();
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i * 7919 % 1013} "));
        var (first, second) = (Zip(text, 2001), Zip(text, 2024));
        SmallestZip.Write(new MemoryStream(first), folder["a.zip"]);
        SmallestZip.Write(new MemoryStream(second), folder["b.zip"]);
        Assert.NotEqual(first, second);
        Assert.Equal(File.ReadAllBytes(folder["a.zip"]), File.ReadAllBytes(folder["b.zip"]));
        Assert.InRange(new FileInfo(folder["a.zip"]).Length, 1, first.Length - 1);
        using var zip = ZipFile.OpenRead(folder["a.zip"]);
        Assert.Equal(["Model\\Key", "empty"], zip.Entries.Select(e => e.FullName));
        using var reader = new StreamReader(zip.Entries[0].Open());
        Assert.Equal(text, reader.ReadToEnd());
    }

    private static byte[] Zip(string text, int year)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            var entry = zip.CreateEntry("Model\\Key", CompressionLevel.Fastest);
            entry.LastWriteTime = new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using (var stream = entry.Open())
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
            }

            zip.CreateEntry("empty");
        }

        return bytes.ToArray();
    }
}
