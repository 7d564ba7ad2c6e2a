using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Classifier.Service.Rest;

/// <summary>The fields that JSON of a message may have, which are settled by the contract.</summary>
internal sealed class JsonForm
{
    private readonly JsonField[] _fields;

    private JsonForm(JsonPath path, JsonField[] fields) => (Path, _fields) = (path, fields);

    public JsonPath Path { get; }

    /// <summary>Of its fields, as the contract has them.</summary>
    public string[] Names => [.. _fields.Select(f => f.Path.Name)];

    /// <summary>Its fields and those of the messages in it.</summary>
    public IEnumerable<JsonPath> All =>
        _fields.SelectMany(f => f.Form is { } form ? form.All.Prepend(f.Path) : [f.Path]);

    /// <param name="message">Holds itself nowhere.</param>
    /// <param name="path">Where it stands.</param>
    public static JsonForm Of(MessageDescriptor message, JsonPath path) =>
        new(path, [.. message.Fields.InDeclarationOrder().Select(f => new JsonField(f, path))]);

    /// <summary>The field whose name a reader is at; null where the contract has none of that name.</summary>
    public JsonField? Find(in Utf8JsonReader reader)
    {
        foreach (var field in _fields)
        {
            if (field.IsNamed(reader))
            {
                return field;
            }
        }

        return null;
    }
}
