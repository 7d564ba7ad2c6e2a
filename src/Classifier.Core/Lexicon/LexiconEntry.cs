using Classifier.Core.Text;

namespace Classifier.Core.Lexicon;

/// <summary>One row of the lexicon.</summary>
/// <param name="Concept">Dotted name, such as <c>actor.sdf</c>.</param>
/// <param name="Language">A tagged language, or <c>*</c> for every Latin-script text.</param>
/// <param name="Form">One or more words; <c>*</c> first or last stands for any beginning or ending of a word.</param>
/// <param name="Cased">Capitals must agree with the form.</param>
/// <param name="From">First day on which the form means the concept; null for always.</param>
/// <param name="Until">First day on which it no longer does; null for ever.</param>
public sealed record LexiconEntry(
    string Concept, string Language, string Form, bool Cased, DateOnly? From, DateOnly? Until)
{
    /// <summary>
    /// Whether the row holds on a day of the date, any of them: what is not known of a date excludes no row, so that a
    /// passage without a date may use every one.
    /// </summary>
    public bool HoldsOn(PassageDate? date) =>
        date is not { } span || ((From is null || From <= span.Last) && (Until is null || span.First < Until));
}
