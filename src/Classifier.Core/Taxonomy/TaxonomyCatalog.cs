using System.Text.Json;

namespace Classifier.Core.Taxonomy;

/// <summary>One label of a family.</summary>
/// <param name="Id">The string on the wire.</param>
/// <param name="Names">Display names by language tag.</param>
/// <param name="Acled">ACLED event and sub-event types it corresponds to; empty where there is none.</param>
/// <param name="Plover">PLOVER event types it corresponds to.</param>
/// <param name="Definition">What counts, in English.</param>
public sealed record Label(
    string Id,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<AcledCode> Acled,
    IReadOnlyList<string> Plover,
    string Definition);

/// <summary>An ACLED event type with its sub-event type.</summary>
public sealed record AcledCode(string Event, string SubEvent);

/// <summary>The one list of labels, read from <c>taxonomy.json</c>. Immutable.</summary>
public sealed record TaxonomyCatalog
{
    /// <summary>Version of the annotation guideline that the labels follow.</summary>
    public required string Version { get; init; }

    public required IReadOnlyList<Label> Actors { get; init; }

    public required IReadOnlyList<Label> Events { get; init; }

    public required IReadOnlyList<Label> Stances { get; init; }

    /// <summary>Most event types that a passage may carry.</summary>
    public int MaxEvents { get; init; } = 3;

    public IReadOnlyList<string> ActorIds => [.. Actors.Select(l => l.Id)];

    public IReadOnlyList<string> EventIds => [.. Events.Select(l => l.Id)];

    public IReadOnlyList<string> StanceIds => [.. Stances.Select(l => l.Id)];

    /// <summary>Reads and checks a file.</summary>
    /// <exception cref="ClassifierException">The file is missing or not a taxonomy.</exception>
    public static TaxonomyCatalog Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var catalog = JsonSerializer.Deserialize<TaxonomyCatalog>(stream, CoreJson.Options);
            return Checked(catalog ?? throw new JsonException("It is null."), path);
        }
        catch (Exception e) when (FileTrouble.IsMissing(e))
        {
            throw new ClassifierException(
                ErrorKind.NotFound, "TAXONOMY_MISSING", $"There is no taxonomy at {path}.", e);
        }
        catch (JsonException e)
        {
            throw new ClassifierException(
                ErrorKind.InvalidArgument, "TAXONOMY_INVALID", $"{path} is not a taxonomy: {e.Message}", e);
        }
    }

    private static TaxonomyCatalog Checked(TaxonomyCatalog catalog, string path)
    {
        foreach (var (family, labels) in
            new[] { ("actors", catalog.Actors), ("events", catalog.Events), ("stances", catalog.Stances) })
        {
            if (!labels.All(IsWhole))
            {
                throw ClassifierException.Invalid(
                    "TAXONOMY_INVALID", $"{path}: {family}", "has a label that is null or lacks a field");
            }

            if (labels.Count == 0 || labels.DistinctBy(l => l.Id, StringComparer.Ordinal).Count() != labels.Count)
            {
                throw ClassifierException.Invalid(
                    "TAXONOMY_INVALID", $"{path}: {family}", "is empty or names a label twice");
            }
        }

        return catalog.MaxEvents >= 1
            ? catalog
            : throw ClassifierException.Invalid(
                "TAXONOMY_INVALID", $"{path}: maxEvents", $"is {catalog.MaxEvents}; it must be 1 or more");
    }

    /// <summary>JSON's reader looks at no elements of lists and leaves fields that are missing null.</summary>
    private static bool IsWhole(Label? label) =>
        label is { Id: not null, Names: not null, Acled: not null, Plover: not null, Definition: not null }
        && label.Names.Values.Concat(label.Plover).All(text => text is not null)
        && label.Acled.All(code => code is { Event: not null, SubEvent: not null });
}
