using System.Runtime.InteropServices;

namespace Classifier.Benchmarks.Comparison;

/// <summary>
/// Processor time of the programs that this one started, as Linux counts it: .NET tells that of a process only while
/// it runs.
/// </summary>
internal static class ChildTime
{
    private const int Children = -1;

    /// <summary>User and system time that a program takes from start to end.</summary>
    /// <param name="run">Starts one program and waits for its end; nothing else may end meanwhile.</param>
    public static TimeSpan Of(Action run)
    {
        var before = Total();
        run();
        return Total() - before;
    }

    private static TimeSpan Total() => Usage(Children, out var usage) == 0
        ? TimeSpan.FromSeconds(
            usage.UserSeconds + usage.SystemSeconds, microseconds: usage.UserMicroseconds + usage.SystemMicroseconds)
        : throw new InvalidOperationException($"getrusage failed with errno {Marshal.GetLastPInvokeError()}.");

    [DllImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static extern int Usage(int who, out ResourceUsage usage);

    /// <summary><c>struct rusage</c> of 64-bit Linux: two times, then fourteen counts that are not read.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 18 * sizeof(long))]
    private readonly struct ResourceUsage
    {
        public readonly long UserSeconds;
        public readonly long UserMicroseconds;
        public readonly long SystemSeconds;
        public readonly long SystemMicroseconds;
    }
}
