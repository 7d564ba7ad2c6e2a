using Classifier.Core;
using Classifier.Service.Tagging;
using Google.Protobuf.Reflection;

namespace Classifier.Service.Rest;

/// <summary>The parameters of calls that say in their address all that they say, each of them once.</summary>
internal sealed class QueryForm
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly string _known;

    /// <param name="message">Has plain fields alone.</param>
    public QueryForm(MessageDescriptor message)
    {
        var fields = message.Fields.InDeclarationOrder();
        foreach (var field in fields)
        {
            _fields[field.Name] = field.Name;
            _fields[field.JsonName] = field.Name;
        }

        _known = string.Join(", ", fields.Select(f => f.Name));
    }

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
                return Violation.Of(
                    "PARAMETER_UNKNOWN", "query", $"has a parameter that is not known here; known: {_known}");
            }

            if (values.Count > 1)
            {
                return Violation.Of("MESSAGE_MALFORMED", field, $"is given {values.Count} times; once is allowed");
            }
        }

        return null;
    }
}
