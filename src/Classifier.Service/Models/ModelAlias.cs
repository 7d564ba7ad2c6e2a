using Classifier.Core.Models;

namespace Classifier.Service.Models;

/// <summary>Names by which requests ask for models: the champion's, and those of the challengers' pointers.</summary>
internal static class ModelAlias
{
    public const string Champion = BundleFiles.Champion;

    /// <summary>What an alias may look like, for messages.</summary>
    public const string Form = "1 to 64 letters, digits, '.', '_' or '-'";

    private const int MaxLength = 64;

    public static bool IsValid(string alias) =>
        alias.Length is > 0 and <= MaxLength && alias.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
