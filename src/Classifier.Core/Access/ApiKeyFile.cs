using System.Collections.Frozen;
using Classifier.Core.Text;

namespace Classifier.Core.Access;

/// <summary>
/// The keys that a service knows: tab-separated <c>id name scopes expires salt hash</c>, <c>#</c> opens a comment.
/// <c>classifier key new</c> writes such lines; taking one out withdraws the key.
/// </summary>
public sealed class ApiKeyFile
{
    private const int Cells = 6;

    /// <summary>Stands in for ids that nobody has, so that they take as long to refuse as wrong secrets.</summary>
    private static readonly ApiKeyRecord Nobody = new("", "", [], null, new byte[16], new byte[32]);

    private readonly FrozenDictionary<string, ApiKeyRecord> _records;

    private ApiKeyFile(IEnumerable<ApiKeyRecord> records) => _records = records.ToFrozenDictionary(r => r.Id);

    /// <exception cref="ClassifierException">
    /// A line breaks a rule; the message names file, line and rule, no hash.
    /// </exception>
    public static ApiKeyFile Read(string path)
    {
        var records = new Dictionary<string, ApiKeyRecord>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var where = $"{Path.GetFileName(path)}:{number}";
            if (line.Length > 0 && line[0] != '#' && Parse(line, where) is var record
                && !records.TryAdd(record.Id, record))
            {
                throw Bad(where, $"repeats id {record.Id}");
            }
        }

        return new(records.Values);
    }

    /// <summary>The record of a key, expired or not; null if it is none of these.</summary>
    public ApiKeyRecord? Find(string text)
    {
        if (ApiKey.Parse(text) is not { } key)
        {
            return null;
        }

        var record = _records.GetValueOrDefault(key.Id, Nobody);
        return record.Matches(key.Secret) ? record : null;
    }

    private static ApiKeyRecord Parse(string line, string where)
    {
        var cells = line.Split('\t');
        if (cells.Length != Cells)
        {
            throw Bad(where, $"has {cells.Length} cells; {Cells} are needed: id, name, scopes, expires, salt, hash");
        }

        if (!ApiKey.IsName(cells[0]) || !ApiKey.IsName(cells[1]))
        {
            throw Bad(where, "has an id or a name that is none");
        }

        return new(cells[0], cells[1], Scopes(cells[2], where), Day(cells[3], where),
            Bytes(cells[4], 16, "salt", where), Bytes(cells[5], 32, "hash", where));
    }

    private static IReadOnlyList<string> Scopes(string cell, string where)
    {
        try
        {
            return AccessScopes.Parse(cell);
        }
        catch (ClassifierException e)
        {
            throw Bad(where, $"has bad scopes: {e.Message.TrimEnd('.')}");
        }
    }

    private static DateOnly? Day(string cell, string where)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        return CalendarDay.TryParse(cell, out var day)
            ? day
            : throw Bad(where, $"has expiry '{cell}'; write it as 2027-12-31, or leave it empty");
    }

    private static byte[] Bytes(string cell, int count, string what, string where)
    {
        try
        {
            return Convert.FromHexString(cell) is { } bytes && bytes.Length == count
                ? bytes
                : throw new FormatException();
        }
        catch (FormatException)
        {
            throw Bad(where, $"has a {what} that is not {2 * count} hexadecimal digits");
        }
    }

    private static ClassifierException Bad(string where, string what) =>
        new(ErrorKind.InvalidArgument, "KEY_ROW", $"Key row {where} {what}.");
}
