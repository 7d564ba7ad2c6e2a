namespace Classifier.Training.Files;

/// <summary>
/// A file that takes its place when it is whole. Until then what is written stands in a draft beside it: a run that is
/// broken off leaves the file before it as it was, and its own answers so far in the draft. Pipes, terminals and the
/// like have no place to take, and are written at once.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    public const string DraftEnd = ".draft";

    private const int BufferSize = 1 << 16;

    /// <summary>Null where the stream is written at once.</summary>
    private readonly string? _place;

    private bool _isWhole;

    private OutputFile(Stream file, string? place)
    {
        _place = place;
        Stream = new BufferedStream(file, BufferSize);
    }

    public Stream Stream { get; }

    public static OutputFile Direct(Stream stream) => new(stream, null);

    public static OutputFile At(string path)
    {
        if (FilePlace.IsDevice(path))
        {
            return Direct(File.Create(path));
        }

        var place = FilePlace.Of(path);
        return File.Exists(place) ? Instead(place) : new(File.Create(place + DraftEnd), place);
    }

    /// <summary>The file is whole and takes its place.</summary>
    public void Publish()
    {
        Stream.Dispose();
        if (_place is not null)
        {
            File.Move(_place + DraftEnd, _place, overwrite: true);
        }

        _isWhole = true;
    }

    public void Dispose()
    {
        var isEmpty = !_isWhole && _place is not null && Stream.Length == 0;
        Stream.Dispose();
        if (isEmpty)
        {
            File.Delete(_place + DraftEnd);
        }
    }

    /// <summary>Opening the file that is there tells whether it may be written, and whether it is one at all.</summary>
    private static OutputFile Instead(string place)
    {
        var present = new FileStream(place, FileMode.Open, FileAccess.Write, FileShare.None, 0);
        if (!present.CanSeek)
        {
            return Direct(present);
        }

        present.Dispose();
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.GetUnixFileMode(place);
        }

        return new(new FileStream(place + DraftEnd, options), place);
    }
}
