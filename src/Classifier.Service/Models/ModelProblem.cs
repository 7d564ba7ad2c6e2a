using Classifier.Core;

namespace Classifier.Service.Models;

/// <summary>A model that was to be loaded and could not be.</summary>
/// <param name="Alias">Its name for requests.</param>
/// <param name="Reason">A stable word for programs; names no file, so anyone may see it.</param>
/// <param name="Message">What is wrong, with files, for operators.</param>
/// <param name="Unforeseen">The exception, where it is none of the core's.</param>
internal sealed record ModelProblem(string Alias, string Reason, string Message, Exception? Unforeseen)
{
    /// <summary>Damaged files fail in more ways than the core can name.</summary>
    public static ModelProblem Of(string alias, Exception error) => error is ClassifierException known
        ? new(alias, known.Reason, known.Message, null)
        : new(alias, "BUNDLE_UNREADABLE", error.Message, error);

    /// <summary>Whether it is the trouble that was met before.</summary>
    public bool Repeats(ModelProblem before) => (Alias, Message) == (before.Alias, before.Message);
}
