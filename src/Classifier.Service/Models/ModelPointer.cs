using Classifier.Core;

namespace Classifier.Service.Models;

/// <summary>A name under which a model is served, and where it lies.</summary>
/// <param name="Alias">See <see cref="ModelAlias"/>.</param>
/// <param name="Folder">Folder of the bundle; null where the pointer can't be followed.</param>
/// <param name="Broken">Why it can't be followed.</param>
internal sealed record ModelPointer(string Alias, string? Folder, Exception? Broken = null)
{
    /// <summary>Follows a pointer; whatever is wrong with it is part of the answer.</summary>
    public static ModelPointer Follow(string alias, Func<string> find)
    {
        try
        {
            return new(alias, find());
        }
        catch (Exception e) when (e is ClassifierException or IOException or UnauthorizedAccessException)
        {
            return new(alias, null, e);
        }
    }
}
