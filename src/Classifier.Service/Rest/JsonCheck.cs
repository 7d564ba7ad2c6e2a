using System.Text.Json;
using Classifier.Core;
using Classifier.Service.Errors;
using Classifier.Service.Hosting;
using Classifier.Service.Tagging;

namespace Classifier.Service.Rest;

/// <summary>
/// Holds a body against the form of its message, so that transcoding never gets one that it would refuse: it names
/// neither reason nor field, and tells its callers and its log what its libraries say, who may quote the request.
/// Fields that nobody knows are passed over, as all of JSON's rows here have them; one that is nearly a field, or is
/// one elsewhere in the request, would be one that its caller believes in, and is refused.
/// </summary>
/// <param name="body">JSON in UTF-8.</param>
/// <param name="mostItems">Most items of a list.</param>
internal ref struct JsonCheck(ReadOnlySpan<byte> body, int mostItems)
{
    /// <summary>What transcoding reads.</summary>
    private const int MostDepth = 60;

    /// <summary>Names that are not known are compared, which takes longer than reading them; more are not.</summary>
    private const int MostCompared = 1000;

    private readonly ReadOnlySpan<byte> _body = body;

    /// <summary>No body nests deeper than it has bytes; one nesting deeper than the contract is told where.</summary>
    private Utf8JsonReader _reader = new(body, new JsonReaderOptions { MaxDepth = body.Length });

    private MendedBody? _mended;
    private JsonForm? _request;
    private int _items;
    private int _compared;

    /// <summary>The body without items that are broken; null where none is.</summary>
    /// <exception cref="ClassifierException">It is broken elsewhere.</exception>
    public MendedBody? Run(JsonForm form)
    {
        try
        {
            _reader.Read();
            Require(JsonValue.Object, form.Path);
            _request = form;
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

            var field = form.Find(_reader);
            if (field is null)
            {
                PassOver(form);
                continue;
            }

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

    private void PassOver(JsonForm form)
    {
        var path = form.Path.At(_items);
        if (!JsonText.IsWellFormed(_reader))
        {
            throw BodyErrors.BrokenName(path);
        }

        if (_compared++ < MostCompared && Meant(_reader.GetString()!, form) is { } meant)
        {
            throw BodyErrors.UnknownField(path, meant);
        }

        for (var outer = _reader.CurrentDepth; _reader.Read() && !IsBehind(outer);)
        {
            if (_reader.CurrentDepth > MostDepth)
            {
                throw BodyErrors.TooDeep(path, MostDepth);
            }
        }
    }

    /// <summary>Whether the reader is at the last token of a value: a plain one, or the end of a list or object.</summary>
    private readonly bool IsBehind(int outer) => _reader.CurrentDepth == outer
        && _reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject);

    /// <summary>The field that a name was likely meant to be; null where it is like none.</summary>
    private readonly string? Meant(string name, JsonForm form) =>
        NearName.Of(name, form.Names) ?? _request!.All.FirstOrDefault(p => p.Name == name).Text;

    private readonly void Require(JsonValue value, JsonPath path)
    {
        if (!value.Fits(_reader))
        {
            throw Violation.Of(value.Reason, path.At(_items), value.Complaint(_reader));
        }
    }

    private bool Next(JsonTokenType end) => _reader.Read() && _reader.TokenType != end;
}
