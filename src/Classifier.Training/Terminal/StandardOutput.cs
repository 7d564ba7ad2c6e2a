using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Classifier.Training.Terminal;

/// <summary>
/// Standard output that tells when nobody reads it any more. The runtime's own stream drops what a closed pipe does not
/// take, without a word, and the program would work on for no one.
/// </summary>
internal static class StandardOutput
{
    private const nint Descriptor = 1;

    /// <summary>EPIPE, which Linux and macOS share.</summary>
    private const int ClosedPipe = 32;

    public static Stream Open() => Pipe() ?? Console.OpenStandardOutput();

    /// <summary>Lets what is printed through <see cref="Console"/> tell of a closed pipe too.</summary>
    public static void Watch()
    {
        if (Pipe() is { } pipe)
        {
            Console.SetOut(new StreamWriter(pipe, new UTF8Encoding(false)) { AutoFlush = true });
        }
    }

    /// <summary>Whether an error says that the other end of a pipe is closed.</summary>
    public static bool IsClosed(Exception error) => error is IOException { HResult: ClosedPipe };

    /// <summary>
    /// Null for a terminal, which does not close so, and for a file: there two programs may share one offset, which
    /// this kind of stream keeps to itself.
    /// </summary>
    private static FileStream? Pipe()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return null;
        }

        var stream = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? null : stream;
    }
}
