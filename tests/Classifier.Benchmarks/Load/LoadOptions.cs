using System.CommandLine;
using Classifier.Training.Commands;

namespace Classifier.Benchmarks.Load;

/// <summary>What both measurements of the service have in common.</summary>
internal static class LoadOptions
{
    public static Option<int> InFlight() => new Option<int>("--in-flight")
    {
        Description = "Calls in flight of the closed loop, 1 to 320.",
        DefaultValueFactory = _ => 64,
    }.Within(1, 4 * Http2.CallConnection.MaxCalls);

    public static Option<int> Seconds() => new Option<int>("--seconds")
    {
        Description = "Seconds to measure each closed loop, 1 to 600, after three that do not count.",
        DefaultValueFactory = _ => 10,
    }.Within(1, 600);
}
