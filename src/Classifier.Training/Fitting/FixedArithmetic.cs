using System.Diagnostics;
using System.Runtime.Intrinsics;
using Classifier.Training.Terminal;

namespace Classifier.Training.Fitting;

/// <summary>
/// The same sums on every x64 machine. ML.NET adds up floats in vectors as wide as the processor has them, and another
/// width adds in another order, so a machine with 512-bit vectors gives other last bits and another weight hash. The
/// runtime takes the width only from the environment at its start: a machine with wide vectors starts the program once
/// more with narrow ones. See <c>PreferredVectorBitWidth</c> in dotnet/runtime's clrconfignames.h.
/// </summary>
internal static class FixedArithmetic
{
    private const string Setting = "DOTNET_PreferredVectorBitWidth";
    private const string Width = "256";

    /// <summary>Whether this process adds in wider steps than the weights of a bundle are made with.</summary>
    public static bool IsWide(Func<string, string?> environment) =>
        Vector512.IsHardwareAccelerated && environment(Setting) != Width;

    /// <summary>Runs the same command line in a process with vectors of 256 bits and gives its exit status.</summary>
    public static Task<int> RerunAsync(string[] args) => InnerProgram.RunAsync(StartOf(args));

    /// <summary>
    /// Under <c>dotnet classifier.dll</c> the process is the host, and the program its first argument.
    /// </summary>
    private static ProcessStartInfo StartOf(string[] args)
    {
        var host = Environment.ProcessPath ?? "dotnet";
        var program = typeof(FixedArithmetic).Assembly.Location;
        var isHost = Path.GetFileNameWithoutExtension(host).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var info = new ProcessStartInfo(host, isHost ? [program, .. args] : args);
        info.Environment[Setting] = Width;
        return info;
    }
}
