using System.Text.Json;

namespace Classifier.Training.Corpus;

/// <summary>A field of a row.</summary>
/// <param name="Name">As JSON has it; capitals make no difference.</param>
/// <param name="Shape">What it may hold.</param>
/// <param name="Required">Whether a row cannot be read without it.</param>
internal sealed record Field(string Name, FieldShape Shape, bool Required = false);

/// <summary>
/// The fields of a kind of row. Says what is wrong with a line in words for people, where the runtime's own speak of
/// types and paths.
/// </summary>
internal sealed class FieldTable(params Field[] fields)
{
    private readonly Dictionary<string, Field> _fields =
        fields.ToDictionary(f => f.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Names => _fields.Keys;

    /// <summary>What keeps a line from being read as a row; null where nothing of this table does.</summary>
    public string? Problem(string line)
    {
        try
        {
            using var row = JsonDocument.Parse(line);
            return row.RootElement.ValueKind == JsonValueKind.Object
                ? Problem(row.RootElement)
                : $"it is {FieldShape.KindOf(row.RootElement)}; a JSON object is needed";
        }
        catch (JsonException e)
        {
            return $"it is not JSON, or nests too deep: it goes wrong at byte {e.BytePositionInLine}";
        }
        catch (InvalidOperationException)
        {
            return "a field's name has half a letter in it (a lone surrogate)";
        }
    }

    /// <summary>
    /// What would be lost without a word: fields that no reader knows, and known ones that stand twice.
    /// </summary>
    /// <param name="line">A line that can be read as a row.</param>
    /// <param name="expected">Fields that are not to be left out, though the row can be read without them.</param>
    public IReadOnlyList<string> Losses(string line, IReadOnlyCollection<string> expected)
    {
        var names = NamesIn(line);
        return
        [
            .. names.Where(n => !_fields.ContainsKey(n)).Distinct()
                .Select(n => $"field '{n}' is unknown; known are {string.Join(", ", Names)}"),
            .. Gaps(names, expected),
        ];
    }

    /// <summary>
    /// Of the losses those that would make a row say what its author did not: known fields that stand twice, and fields
    /// that are left out or misspelt.
    /// </summary>
    public string? Gap(string line, IReadOnlyCollection<string> expected) =>
        Gaps(NamesIn(line), expected).FirstOrDefault();

    private static List<string> NamesIn(string line)
    {
        using var row = JsonDocument.Parse(line);
        return [.. row.RootElement.EnumerateObject().Select(p => p.Name)];
    }

    private IEnumerable<string> Gaps(List<string> names, IReadOnlyCollection<string> expected) =>
        names.Where(_fields.ContainsKey).GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
            .Select(g => $"field '{g.Key}' stands {g.Count()} times, and only the last would count")
            .Concat(expected.Except(names, StringComparer.OrdinalIgnoreCase)
                .Select(n => $"field '{n}' is missing; write it empty where there is none"));

    private string? Problem(JsonElement row)
    {
        var values = row.EnumerateObject().ToList();
        foreach (var value in values)
        {
            if (_fields.TryGetValue(value.Name, out var field) && !field.Shape.Fits(value.Value))
            {
                return $"field '{field.Name}' is {FieldShape.KindOf(value.Value)}; {field.Shape.Name} is needed";
            }
        }

        return _fields.Values.FirstOrDefault(f => f.Required && !values.Exists(v => IsNamed(v, f))) is { } missing
            ? $"field '{missing.Name}' is missing; {missing.Shape.Name} is needed"
            : null;
    }

    private static bool IsNamed(JsonProperty value, Field field) =>
        field.Name.Equals(value.Name, StringComparison.OrdinalIgnoreCase);
}
