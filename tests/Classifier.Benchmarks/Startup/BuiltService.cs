using System.CommandLine;
using Classifier.Training.Commands;

namespace Classifier.Benchmarks.Startup;

/// <summary>The service that was built with this program, in the same configuration.</summary>
internal static class BuiltService
{
    public static Option<string?> Option() => new("--service")
    {
        Description = "The built service; that of this repository where it is left out.",
        HelpName = "PROGRAM",
    };

    public static string Program() => Path.Combine(
        Root(), "src", "Classifier.Service",
        Path.GetRelativePath(Path.Combine(Root(), "tests", "Classifier.Benchmarks"), AppContext.BaseDirectory),
        "Classifier.Service");

    /// <summary>A program as pages name it: from the root of the repository.</summary>
    public static string Told(string program) => Path.GetRelativePath(Root(), program);

    private static string Root() => Path.GetDirectoryName(Repository.ModelsFolder())!;
}
