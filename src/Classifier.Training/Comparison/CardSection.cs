using System.Text;
using Classifier.Core;
using Classifier.Training.Files;

namespace Classifier.Training.Comparison;

/// <summary>A section of a model card that is written after the card itself.</summary>
internal static class CardSection
{
    /// <exception cref="ClassifierException">There is no such card.</exception>
    public static void Check(string path)
    {
        if (!File.Exists(path))
        {
            throw new ClassifierException(
                ErrorKind.NotFound, "CARD_MISSING",
                $"There is no model card {path}; name the MODEL_CARD.md of a bundle.");
        }
    }

    /// <summary>Puts a section in place of the one with the same heading, or in front of the sources.</summary>
    /// <param name="path">The model card.</param>
    /// <param name="heading">The heading's line, such as <c>## Comparison</c>.</param>
    /// <param name="body">What stands below it.</param>
    public static void Put(string path, string heading, string body)
    {
        Check(path);
        var sections = File.ReadAllText(path).Split("\n## ").ToList();
        var title = heading[3..];
        sections.RemoveAll(s => s.StartsWith(title + "\n", StringComparison.Ordinal));
        var last = sections.FindIndex(s => s.StartsWith("Sources", StringComparison.Ordinal));
        sections.Insert(last < 0 ? sections.Count : last, $"{title}\n\n{body}");
        OutputFile.Write(path, Encoding.UTF8.GetBytes(string.Join("\n## ", sections)));
    }
}
