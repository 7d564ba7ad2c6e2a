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

    /// <summary>The file itself, so that what could not be written is not tried again when it is closed.</summary>
    private const int Unbuffered = 0;

    private readonly Stream _file;

    /// <summary>Null where the stream is written at once.</summary>
    private readonly string? _place;

    private bool _isWhole;

    private OutputFile(Stream file, string? place)
    {
        (_file, _place) = (file, place);
        Stream = new BufferedStream(file, BufferSize);
    }

    public Stream Stream { get; }

    public static OutputFile Direct(Stream stream) => new(stream, null);

    public static OutputFile At(string path)
    {
        if (FilePlace.IsDevice(path))
        {
            return Direct(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, Unbuffered));
        }

        var place = FilePlace.Of(path);
        return File.Exists(place) ? Instead(place) : new(Draft(place, null), place);
    }

    /// <summary>Writes a file whole, in the place of what is there.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = At(path);
        file.Stream.Write(content);
        file.Publish();
    }

    /// <summary>The file is whole and takes its place.</summary>
    public void Publish()
    {
        Stream.Flush();
        _isWhole = true;
        Stream.Dispose();
        if (_place is not null)
        {
            File.Move(_place + DraftEnd, _place, overwrite: true);
        }
    }

    public void Dispose()
    {
        if (_isWhole)
        {
            return;
        }

        Close();
        if (_place is not null && new FileInfo(_place + DraftEnd) is { Exists: true, Length: 0 })
        {
            File.Delete(_place + DraftEnd);
        }
    }

    /// <summary>What broke the run off is told already; that the rest cannot be written either would hide it.</summary>
    private void Close()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            _file.Dispose();
        }
    }

    /// <summary>Opening the file that is there tells whether it may be written, and whether it is one at all.</summary>
    private static OutputFile Instead(string place)
    {
        var present = new FileStream(place, FileMode.Open, FileAccess.Write, FileShare.None, Unbuffered);
        if (!present.CanSeek)
        {
            return Direct(present);
        }

        present.Dispose();
        return new(Draft(place, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(place)), place);
    }

    /// <summary>Of this run alone: two that write to one file at a time would mix their lines.</summary>
    private static FileStream Draft(string place, UnixFileMode? mode)
    {
        var draft = new FileStream(place + DraftEnd, FileMode.Create, FileAccess.Write, FileShare.None, Unbuffered);
        if (mode is { } given && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft.SafeFileHandle, given);
        }

        return draft;
    }
}
