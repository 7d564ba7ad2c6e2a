using System.Runtime.InteropServices;

namespace Classifier.Training.Bundles;

/// <summary>Tells what kind of machine this is, for numbers that depend on it.</summary>
internal static class MachineName
{
    private const string CpuInfo = "/proc/cpuinfo";

    public static string Describe() =>
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, "
            + $"{RuntimeInformation.ProcessArchitecture}";

    private static string Processor()
    {
        var line = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? "unknown processor" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
