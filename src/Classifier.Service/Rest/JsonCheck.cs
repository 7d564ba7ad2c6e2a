using System.Text.Json;
using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Classifier.Service.Tagging;

namespace Classifier.Service.Rest;

/// <summary>
/// Holds a body against the form of its message, so that transcoding never gets one that it would refuse: it names
/// neither reason nor field, and tells its callers and its log what its libraries say, who may quote the request.
/// </summary>
/// <param name="body">JSON in UTF-8.</param>
/// <param name="mostItems">Most items of a list.</param>
internal ref struct JsonCheck(ReadOnlySpan<byte> body, int mostItems)
{
    private readonly ReadOnlySpan<byte> _body = body;

    /// <summary>No body nests deeper than it has bytes; one nesting deeper than the contract is told where.</summary>
    private Utf8JsonReader _reader = new(body, new JsonReaderOptions { MaxDepth = body.Length });

    private MendedBody? _mended;
    private int _items;

    /// <summary>The body without items that are broken; null where none is.</summary>
    /// <exception cref="ClassifierException">It is broken elsewhere.</exception>
    public MendedBody? Run(JsonForm form)
    {
        try
        {
            _reader.Read();
            Require(JsonValue.Object, form.Path);
            Fields(form);
            _reader.Read();
        }
        catch (JsonException e)
        {
            throw BodyErrors.NoJson(e);
        }

        _mended?.End(_body);
        return _mended;
    }

    private void Fields(JsonForm form)
    {
        while (Next(JsonTokenType.EndObject))
        {
            if (_reader.ValueIsEscaped && !JsonText.IsWellFormed(_reader))
            {
                throw BodyErrors.BrokenName(form.Path.At(_items));
            }

            var field = form.Find(_reader) ?? throw Unknown(form);
            _reader.Read();
            if (field.IsList)
            {
                List(field);
            }
            else if (_reader.TokenType != JsonTokenType.Null)
            {
                Value(field);
            }
        }
    }

    private void List(JsonField field)
    {
        Require(JsonValue.List, field.Path);

        // A list that is given twice goes on, as it does for transcoding.
        for (; Next(JsonTokenType.EndArray); _items++)
        {
            if (_items < mostItems)
            {
                Item(field);
            }
            else
            {
                _reader.Skip();
            }
        }

        BatchSize.CheckMost(_items, mostItems, field.Path.At(_items));
    }

    private void Item(JsonField field)
    {
        var item = _reader;
        try
        {
            Value(field);
        }
        catch (ClassifierException e)
        {
            _reader = item;
            _reader.Skip();
            _mended ??= new();
            _mended.Replace(_items, e, _body, item, (int)_reader.BytesConsumed);
        }
    }

    private void Value(JsonField field)
    {
        Require(field.Value, field.ValuePath);
        if (field.Form is { } form)
        {
            Fields(form);
        }
        else if (_reader.TokenType == JsonTokenType.String && !JsonText.IsWellFormed(_reader))
        {
            throw BodyErrors.BrokenText(field.ValuePath.At(_items));
        }
    }

    /// <summary>Its name is not repeated: it may be a text that has lost its own.</summary>
    private readonly ClassifierException Unknown(JsonForm form)
    {
        var path = form.Path.At(_items);
        return JsonText.IsWellFormed(_reader)
            ? BodyErrors.UnknownField(path, _reader.TokenStartIndex, NearName.Hint(_reader.GetString()!, form.Names))
            : BodyErrors.BrokenName(path);
    }

    private readonly void Require(JsonValue value, JsonPath path)
    {
        if (!value.Fits(_reader))
        {
            throw Violation.Of(value.Reason, path.At(_items), value.Complaint(_reader));
        }
    }

    private bool Next(JsonTokenType end) => _reader.Read() && _reader.TokenType != end;
}
