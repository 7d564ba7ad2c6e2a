using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Google.Protobuf.Reflection;

namespace Classifier.Service.Rest;

/// <summary>
/// The parameters that calls may have in their address, each of them once: all fields where there is no body, and
/// none where there is one.
/// </summary>
internal sealed class QueryForm
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly string[] _known;

    private QueryForm() => _known = [];

    /// <param name="message">Has plain fields alone.</param>
    private QueryForm(MessageDescriptor message)
    {
        var fields = message.Fields.InDeclarationOrder();
        foreach (var field in fields)
        {
            _fields[field.Name] = field.Name;
            _fields[field.JsonName] = field.Name;
        }

        _known = [.. fields.Select(f => f.Name)];
    }

    /// <summary>That of calls whose body says all.</summary>
    public static QueryForm None { get; } = new();

    /// <param name="message">What the address says in place of a body; has plain fields alone.</param>
    public static QueryForm Of(MessageDescriptor message) => new(message);

    /// <summary>
    /// What transcoding would refuse in words of its own, or leave out and answer as if it had not been asked for.
    /// </summary>
    /// <returns>Null where all is well.</returns>
    public ClassifierException? Fault(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (!_fields.TryGetValue(name, out var field))
            {
                return Unknown(name);
            }

            if (values.Count > 1)
            {
                return Violation.Of(
                    Reasons.MessageMalformed, field, $"is given {values.Count} times; once is allowed");
            }
        }

        return null;
    }

    private ClassifierException Unknown(string name) => Violation.Of(
        "PARAMETER_UNKNOWN",
        "query",
        _known.Length == 0
            ? "has a parameter, and this call takes none; send its fields in the body"
            : $"has a parameter that is not known here; {NearName.Hint(name, _known)}");
}
