namespace Classifier.Service.Rest;

/// <summary>Where something stands in a request.</summary>
/// <param name="Text">
/// Empty for the request itself; <c>[]</c> stands for the index of an item. Lists in lists would need more; the
/// contract has none.
/// </param>
internal readonly record struct JsonPath(string Text)
{
    private const string Item = "[]";

    public static JsonPath Top => new("");

    /// <summary>Of the field alone.</summary>
    public string Name => Text[(Text.LastIndexOf('.') + 1)..];

    public JsonPath Items => new($"{Text}{Item}");

    public JsonPath Field(string name) => new(Text.Length == 0 ? name : $"{Text}.{name}");

    /// <summary>As errors name it.</summary>
    /// <param name="item">Index of the item that it is in, if it is in one.</param>
    public string At(int item) =>
        Text.Length == 0 ? "request" : Text.Replace(Item, $"[{item}]", StringComparison.Ordinal);
}
