using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Google.Protobuf.Reflection;

namespace Classifier.Service.Rest;

/// <summary>
/// The parameters that calls may have in their address: all fields where there is no body, each of them once; no field
/// where there is one, and what gateways add is none of ours.
/// </summary>
internal sealed class QueryForm
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly string[] _known;
    private readonly bool _hasBody;

    private QueryForm(MessageDescriptor message, bool hasBody)
    {
        _hasBody = hasBody;
        var fields = message.Fields.InDeclarationOrder();
        foreach (var field in fields)
        {
            _fields[field.Name] = field.Name;
            _fields[field.JsonName] = field.Name;
        }

        _known = [.. fields.Select(f => f.Name)];
    }

    /// <param name="message">What the body says.</param>
    public static QueryForm BesideBody(MessageDescriptor message) => new(message, hasBody: true);

    /// <param name="message">What the address says in place of a body; has plain fields alone.</param>
    public static QueryForm Of(MessageDescriptor message) => new(message, hasBody: false);

    /// <summary>
    /// What transcoding would refuse in words of its own, or leave out and answer as if it had not been asked for.
    /// </summary>
    /// <returns>Null where all is well.</returns>
    public ClassifierException? Fault(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (FaultOf(name, values.Count) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private ClassifierException? FaultOf(string name, int count) => (_fields.GetValueOrDefault(name), _hasBody) switch
    {
        (null, true) => null,
        (null, false) => Unknown($"has a parameter that is not known here; {NearName.Hint(name, _known)}"),
        ({ } field, true) => Unknown($"has {field}, which is not read there; send it in the body"),
        ({ } field, false) when count > 1 => Violation.Of(
            Reasons.MessageMalformed, field, $"is given {count} times; once is allowed"),
        _ => null,
    };

    private static ClassifierException Unknown(string what) => Violation.Of("PARAMETER_UNKNOWN", "query", what);
}
