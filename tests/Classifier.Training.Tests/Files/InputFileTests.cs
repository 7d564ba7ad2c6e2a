using System.Text;
using Classifier.Core;
using Classifier.Training.Files;

namespace Classifier.Training.Tests.Files;

public sealed class InputFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Letters_that_are_not_UTF8_are_refused_and_not_replaced()
    {
        var file = _folder["rows"];
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes("een\nén\n"));
        var error = Assert.Throws<ClassifierException>(() => InputFile.Lines(file).ToList());
        Assert.Equal($"{file} is not UTF-8 somewhere behind line 0; save it as UTF-8.", error.Message);
    }

    [Fact]
    public void A_folder_is_called_one()
    {
        var error = Assert.Throws<ClassifierException>(() => InputFile.Open(_folder.Path));
        Assert.Equal($"{_folder.Path} is a folder; name a file in it.", error.Message);
    }
}
