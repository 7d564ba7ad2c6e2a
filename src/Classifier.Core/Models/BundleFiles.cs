using System.Text;

namespace Classifier.Core.Models;

/// <summary>Names inside a bundle's folder, and of the pointer beside the bundles.</summary>
public static class BundleFiles
{
    public const string Actors = "actors.zip";
    public const string Events = "events.zip";
    public const string EventVotes = "events.votes.zip";
    public const string Stance = "stance.zip";
    public const string LanguageLatin = "language.latin.zip";
    public const string LanguageArabic = "language.arabic.zip";
    public const string Lexicon = "lexicon";
    public const string Taxonomy = "taxonomy.json";
    public const string Recipe = "recipe.json";
    public const string Golden = "golden.jsonl";
    public const string Metrics = "metrics.json";
    public const string Card = "MODEL_CARD.md";

    /// <summary>Names the version that is served.</summary>
    public const string Champion = "champion";

    /// <summary>Folder beside the bundles that holds one pointer for each challenger, under its alias.</summary>
    public const string Challengers = "challengers";

    /// <summary>Bytes of the longest name that file systems take.</summary>
    private const int LongestName = 255;

    /// <summary>Folder of the champion under a folder of bundles.</summary>
    /// <exception cref="ClassifierException">No pointer, or it names no bundle.</exception>
    public static string ChampionFolder(string bundles) => PointedFolder(bundles, Path.Combine(bundles, Champion));

    /// <summary>Folder of the bundle that a pointer names, under a folder of bundles.</summary>
    /// <exception cref="ClassifierException">No pointer, or it names no bundle.</exception>
    public static string PointedFolder(string bundles, string path)
    {
        var version = PointedVersion(path);
        if (!IsName(version))
        {
            throw ClassifierException.BadBundle($"{path} does not name a version.");
        }

        return Path.Combine(bundles, version);
    }

    private static string PointedVersion(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (FileTrouble.IsMissing(e))
        {
            throw new ClassifierException(
                ErrorKind.NotFound, "BUNDLE_MISSING", $"There is no pointer {path}; train a bundle, or name one.", e);
        }
    }

    /// <summary>Whether a text can be the name of a file or folder, and leads to no other folder.</summary>
    public static bool IsName(string text) =>
        text is not ("" or "." or "..")
        && text.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0
        && Encoding.UTF8.GetByteCount(text) <= LongestName;

    /// <summary>SHA-256 over the names and bytes of the files of a lexicon and its glossary.</summary>
    public static string LexiconHash(string folder) => WeightHash.Combine(
        Directory.EnumerateFiles(folder, "*.tsv", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetRelativePath(folder, f).Replace('\\', '/'), Path: f))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => f.Name + ":" + WeightHash.OfFile(f.Path)));
}
