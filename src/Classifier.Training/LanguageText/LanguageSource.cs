using System.Security.Cryptography;
using System.Text;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Training.Corpus;
using Classifier.Training.Files;

namespace Classifier.Training.LanguageText;

/// <summary>Text in one language.</summary>
/// <param name="Name">Name of the corpus file without its ending, such as <c>nld</c>, or a tag.</param>
/// <param name="Lines">The lines.</param>
internal sealed record LanguageSource(string Name, Func<IEnumerable<string>> Lines);

/// <summary>Where the identifier's training text comes from.</summary>
internal static class LanguageSources
{
    /// <summary>Name of the table of hasty spellings among the lines written for this project.</summary>
    public const string HastyFile = "hasty.tsv";

    /// <summary>
    /// A folder of <c>*.txt.gz</c>, one language a file; the lines written for this project; and the training passages,
    /// which are what the identifier meets in the field.
    /// </summary>
    public static IReadOnlyList<LanguageSource> Read(
        string corpus, string? supplement, IReadOnlyList<CorpusRow> passages) =>
    [
        .. Directory.EnumerateFiles(corpus, "*.txt.gz").Order(StringComparer.Ordinal).Select(Zipped),
        .. supplement is null ? [] : Written(supplement),
        .. passages.GroupBy(r => r.Lang, StringComparer.Ordinal)
            .Select(g => new LanguageSource(g.Key, () => g.Select(r => r.Text))),
    ];

    /// <summary>Fingerprint of all lines.</summary>
    public static DataStamp Stamp(IReadOnlyList<LanguageSource> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0;
        foreach (var line in sources.SelectMany(s => s.Lines()))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
            rows++;
        }

        return new(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static LanguageSource Zipped(string path) =>
        new(Path.GetFileName(path).Split('.')[0], () => InputFile.Lines(path));

    private static IEnumerable<LanguageSource> Written(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            yield return new(Path.GetFileNameWithoutExtension(path), () => InputFile.Lines(path));
        }

        var others = Path.Combine(folder, "und.tsv");
        foreach (var group in File.Exists(others)
            ? InputFile.Lines(others).Select(l => Row(l, others)).GroupBy(r => r.Name, StringComparer.Ordinal)
            : [])
        {
            yield return new(group.Key, () => group.Select(r => r.Line));
        }
    }

    private static (string Name, string Line) Row(string line, string path)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab > 0
            ? (line[..tab], line[(tab + 1)..])
            : throw new ClassifierException(
                ErrorKind.InvalidArgument, "CORPUS_ROW",
                $"{path} has a line without a language and a tab before the text.");
    }
}
