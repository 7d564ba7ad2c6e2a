using System.Globalization;
using System.Text.Json;
using Classifier.Core.Features;
using Classifier.Core.Language;

namespace Classifier.Core.Models;

/// <summary>One ML.NET model file of a bundle.</summary>
public sealed record ModelFile
{
    /// <summary>File name in the bundle's folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of weights, biases and calibrations; equal for equal training runs.</summary>
    public required string WeightHash { get; init; }

    /// <summary>Labels or classes, in the order of the file's models.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>
    /// Labels of another family on which the file's models answer as well, before its own; null if there are none. The
    /// log-odds of such a label are the mean of these and of its own family's, and this file calibrates them.
    /// </summary>
    public IReadOnlyList<string>? SharedLabels { get; init; }

    /// <summary>What the file's models answer on, in their order.</summary>
    internal IEnumerable<string> AllLabels => (SharedLabels ?? []).Concat(Labels);

    /// <summary>
    /// Probability from which a label is given, more than 0 and less than 1, for each label of actors and events; empty
    /// for all else.
    /// </summary>
    public IReadOnlyDictionary<string, float> Thresholds { get; init; } = new Dictionary<string, float>();

    /// <summary>
    /// Tells whether anything above was changed after training (<see cref="ModelFileSeal"/>); null in bundles from
    /// before there were seals, whose weights are hashed whenever they are opened.
    /// </summary>
    public string? Seal { get; init; }
}

/// <summary>The language identifier of a bundle.</summary>
public sealed record LanguagePart
{
    public required LanguageSpec Spec { get; init; }

    public required ModelFile Latin { get; init; }

    public required ModelFile Arabic { get; init; }

    /// <summary>Which text it was trained on: lines and SHA-256 over the files.</summary>
    public required DataStamp Corpus { get; init; }
}

/// <summary>Fingerprint of a data set.</summary>
/// <param name="Rows">Rows or lines.</param>
/// <param name="Sha256">SHA-256 over the rows used.</param>
public sealed record DataStamp(int Rows, string Sha256);

/// <summary>Explains a bundle: what it is made of, of which version, and from what.</summary>
public sealed record BundleManifest
{
    /// <summary>Version of the bundle's layout; a program refuses any other.</summary>
    public const int CurrentFormat = 1;

    public const string FileName = "manifest.json";

    public int FormatVersion { get; init; } = CurrentFormat;

    /// <summary>The bundle's own version, also its folder's name.</summary>
    public required string Version { get; init; }

    public required string TaxonomyVersion { get; init; }

    public required FeatureSpec Features { get; init; }

    public required ModelFile Actors { get; init; }

    public required ModelFile Events { get; init; }

    /// <summary>
    /// What single words add to the labels of <see cref="Events"/>, shared ones among them: for each how much it
    /// listens, then for each the vote; null if they have no vote.
    /// </summary>
    public ModelFile? EventVotes { get; init; }

    public required ModelFile Stance { get; init; }

    public required LanguagePart Language { get; init; }

    /// <summary>SHA-256 over the names and bytes of the lexicon's files, as the bundle holds them.</summary>
    public required string LexiconSha256 { get; init; }

    /// <summary>
    /// SHA-256 of the taxonomy's file, as the bundle holds it; null in bundles from before it was hashed, of whose
    /// taxonomy only version and labels are compared.
    /// </summary>
    public string? TaxonomySha256 { get; init; }

    /// <summary>The training split.</summary>
    public required DataStamp Corpus { get; init; }

    public required int Seed { get; init; }

    /// <summary>SHA-256 of the recipe file, which the bundle holds as well.</summary>
    public required string RecipeSha256 { get; init; }

    /// <summary>Versions of the libraries that trained it.</summary>
    public required IReadOnlyDictionary<string, string> Libraries { get; init; }

    /// <summary>One hash over the weight hashes of all models.</summary>
    public string WeightHash => Models.WeightHash.Combine([.. Files.Select(f => f.WeightHash)]);

    internal IEnumerable<ModelFile> Files =>
        EventVotes is null
            ? [Actors, Events, Stance, Language.Latin, Language.Arabic]
            : [Actors, Events, EventVotes, Stance, Language.Latin, Language.Arabic];

    /// <summary>Reads a manifest and refuses a format or spec of another version.</summary>
    public static BundleManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var json = File.ReadAllBytes(path);
            CheckVersions(json, path);
            var manifest = JsonSerializer.Deserialize<BundleManifest>(json, CoreJson.Options)
                ?? throw new JsonException("It is null.");
            return manifest.Files.Select(Fault).FirstOrDefault(f => f is not null) is { } fault
                ? throw new JsonException(fault)
                : manifest;
        }
        catch (Exception e) when (FileTrouble.IsMissing(e))
        {
            throw new ClassifierException(
                ErrorKind.NotFound, "BUNDLE_MISSING", $"There is no bundle at {folder}: {FileName} is missing.", e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter tells of half a surrogate pair in a name or string that is looked at by itself.
            throw new ClassifierException(
                ErrorKind.FailedPrecondition, "BUNDLE_INVALID", $"{path} is damaged: {e.Message}", e);
        }
    }

    public void Write(string folder) => File.WriteAllText(
        Path.Combine(folder, FileName), JsonSerializer.Serialize(this, CoreJson.Options) + "\n");

    /// <summary>What no bundle says of a model's file; null if all is well.</summary>
    private static string? Fault(ModelFile model) =>
        model.AllLabels.Any(l => l is null) ? "A label is null."
        : !BundleFiles.IsName(model.File) ? $"'{model.File}' is no file of the bundle's folder."
        : null;

    /// <summary>Looks at the versions before anything else, since other formats and specs may look different.</summary>
    private static void CheckVersions(byte[] json, string path)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        Require(VersionAt(root, "formatVersion") ?? "none", CurrentFormat, path, "format");
        Require(VersionAt(root, "features", "version"), FeatureSpec.CurrentVersion, path, "feature spec");
        Require(VersionAt(root, "language", "spec", "version"), LanguageSpec.CurrentVersion, path, "language spec");
    }

    private static string? VersionAt(JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ToString();
    }

    private static void Require(string? given, int own, string path, string what)
    {
        if (given is not null && given != own.ToString(CultureInfo.InvariantCulture))
        {
            throw ClassifierException.BadBundle(
                $"{path} has {what} version {given}; this program reads version {own}.");
        }
    }
}
