using System.CommandLine;
using Classifier.Training.Commands;

namespace Classifier.Benchmarks.Load;

/// <summary>What the measurements of the service have in common.</summary>
internal static class LoadOptions
{
    public static Option<int> InFlight() => new Option<int>("--in-flight")
    {
        Description = "Calls in flight of the closed loop, 1 to 320.",
        DefaultValueFactory = _ => 64,
    }.Within(1, 4 * Http2.CallConnection.MaxCalls);

    /// <param name="usual">How many where the option is left out.</param>
    /// <param name="more">What else there is to say of them; empty, or from its comma on.</param>
    public static Option<int> Connections(int usual, string more = "") => new Option<int>("--connections")
    {
        Description = $"Connections, 1 to 250{more}.",
        DefaultValueFactory = _ => usual,
    }.Within(1, 250);

    public static Option<int> Seconds() => new Option<int>("--seconds")
    {
        Description = "Seconds to measure each closed loop, 1 to 600, after three that do not count.",
        DefaultValueFactory = _ => 10,
    }.Within(1, 600);
}
