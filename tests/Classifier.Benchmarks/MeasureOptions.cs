using System.CommandLine;
using System.Text;
using Classifier.Training.Commands;

namespace Classifier.Benchmarks;

/// <summary>What the commands that measure a corpus have in common.</summary>
internal static class MeasureOptions
{
    /// <summary>The passages; the repository's corpus where it is left out.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "Labelled passages; a file, or a folder of *.jsonl.",
        HelpName = "PATH",
        DefaultValueFactory = _ => Path.Combine(Repository.ModelsFolder(), "corpus"),
    };

    /// <summary>How often to measure, 3 to 101; 9 where it is left out.</summary>
    public static Option<int> Rounds(string what) => new Option<int>("--rounds")
    {
        Description = $"How often to time {what}, 3 to 101; the medians are told.",
        DefaultValueFactory = _ => 9,
    }.Within(3, 101);

    public static Option<string?> Out() => new("--out")
    {
        Description = "Also write the tables to a file.",
        HelpName = "FILE",
    };

    /// <summary>Prints a page, and writes it to a file where one was named.</summary>
    public static void Print(string page, string? file)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        Console.Out.Write(page);
        if (file is not null)
        {
            File.WriteAllText(file, page);
        }
    }
}
