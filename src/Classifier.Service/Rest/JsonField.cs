using System.Text;
using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Classifier.Service.Rest;

/// <summary>A field as JSON may write it.</summary>
internal sealed class JsonField
{
    private readonly byte[] _name;
    private readonly byte[] _jsonName;

    /// <param name="field">The field.</param>
    /// <param name="parent">Where its message stands.</param>
    public JsonField(FieldDescriptor field, JsonPath parent)
    {
        _name = Encoding.UTF8.GetBytes(field.Name);
        _jsonName = Encoding.UTF8.GetBytes(field.JsonName);
        IsList = field.IsRepeated;
        Path = parent.Field(field.Name);
        ValuePath = IsList ? Path.Items : Path;
        Value = JsonValue.Of(field);
        Form = field.FieldType == FieldType.Message ? JsonForm.Of(field.MessageType, ValuePath) : null;
    }

    public bool IsList { get; }

    public JsonPath Path { get; }

    /// <summary>Path of the value, or of each of them where it is a list.</summary>
    public JsonPath ValuePath { get; }

    /// <summary>What a value may be.</summary>
    public JsonValue Value { get; }

    /// <summary>The form of messages that it holds; null where it holds none.</summary>
    public JsonForm? Form { get; }

    /// <summary>Both names of a field are taken, that of the contract and that of its JSON.</summary>
    public bool IsNamed(in Utf8JsonReader reader) =>
        reader.ValueTextEquals(_name) || reader.ValueTextEquals(_jsonName);
}
