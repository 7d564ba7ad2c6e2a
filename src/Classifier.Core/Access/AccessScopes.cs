namespace Classifier.Core.Access;

/// <summary>What a caller may do. The one list of scopes.</summary>
public static class AccessScopes
{
    /// <summary>Tag passages, detect languages, read the model's description.</summary>
    public const string Tag = "tag";

    /// <summary>Change what is served.</summary>
    public const string Admin = "admin";

    public static IReadOnlyList<string> All { get; } = [Tag, Admin];

    /// <summary>The scopes of a list such as <c>tag,admin</c>.</summary>
    /// <exception cref="ClassifierException">The list is empty or names something that is no scope.</exception>
    public static IReadOnlyList<string> Parse(string list)
    {
        var scopes = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (scopes.Length == 0)
        {
            throw Bad("There is no scope");
        }

        return scopes.FirstOrDefault(s => !All.Contains(s)) is { } unknown
            ? throw Bad($"'{unknown}' is no scope")
            : scopes;
    }

    private static ClassifierException Bad(string problem) => new(
        ErrorKind.InvalidArgument,
        "SCOPE_UNKNOWN",
        $"{problem}; known are {string.Join(", ", All)}, joined by commas.");
}
