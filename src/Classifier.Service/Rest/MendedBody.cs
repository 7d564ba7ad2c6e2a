using System.Buffers;
using System.Text.Json;
using Classifier.Core;

namespace Classifier.Service.Rest;

/// <summary>A body with sound items in the places of broken ones.</summary>
internal sealed class MendedBody
{
    private readonly ArrayBufferWriter<byte> _json = new();
    private int _taken;

    public BrokenItems Items { get; } = new();

    /// <summary>The body, once it has come to its end.</summary>
    public ReadOnlyMemory<byte> Json => _json.WrittenMemory;

    /// <summary>Leaves nothing of an item but its id, if that can be read.</summary>
    /// <param name="index">Of the item.</param>
    /// <param name="error">What is wrong with it.</param>
    /// <param name="body">The body.</param>
    /// <param name="item">A reader at the item's beginning.</param>
    /// <param name="end">Where it ends in the body.</param>
    public void Replace(
        int index, ClassifierException error, ReadOnlySpan<byte> body, Utf8JsonReader item, int end)
    {
        Items.Add(index, error);
        Take(body, (int)item.TokenStartIndex);
        _json.Write("{"u8);
        if (IdOf(body, item) is { IsEmpty: false } id)
        {
            _json.Write("\"id\":"u8);
            _json.Write(id);
        }

        _json.Write("}"u8);
        _taken = end;
    }

    public void End(ReadOnlySpan<byte> body) => Take(body, body.Length);

    private void Take(ReadOnlySpan<byte> body, int end) => _json.Write(body[_taken..end]);

    /// <summary>The string as it stands there, with its quotes; empty where there is none.</summary>
    private static ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> body, Utf8JsonReader item)
    {
        var id = ReadOnlySpan<byte>.Empty;
        if (item.TokenType != JsonTokenType.StartObject)
        {
            return id;
        }

        while (item.Read() && item.TokenType == JsonTokenType.PropertyName)
        {
            var named = JsonText.Is(item, "id"u8);
            item.Read();
            if (named && item.TokenType == JsonTokenType.String && JsonText.IsWellFormed(item))
            {
                id = body[(int)item.TokenStartIndex..(int)item.BytesConsumed];
            }

            item.Skip();
        }

        return id;
    }
}
