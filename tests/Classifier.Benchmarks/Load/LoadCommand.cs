using System.CommandLine;
using Classifier.Benchmarks.Load.H2Load;

namespace Classifier.Benchmarks.Load;

/// <summary><c>load</c>: the built service under calls from outside.</summary>
internal static class LoadCommand
{
    public const string Name = "load";

    public static Command Create() => new(Name, "Measures the built service under load.")
    {
        FloorCommand.Create(), H2LoadCommand.Create(), OpenCommand.Create(), RowsCommand.Create(),
    };
}
