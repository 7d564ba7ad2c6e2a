using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Service.Errors;

namespace Classifier.Service.Tagging;

/// <summary>Reads single fields; throws <see cref="Core.ClassifierException"/> where one is malformed.</summary>
internal static class FieldReader
{
    public static TagSettings Settings(V1.TagOptions? options) => options is null
        ? default
        : new(Unit(options.OffsetUnit, "options.offset_unit"), options.WithEvidence);

    public static OffsetUnit Unit(V1.OffsetUnit unit, string field) => unit switch
    {
        V1.OffsetUnit.Unspecified or V1.OffsetUnit.Utf16 => OffsetUnit.Utf16,
        V1.OffsetUnit.Utf8 => OffsetUnit.Utf8,
        V1.OffsetUnit.CodePoint => OffsetUnit.CodePoint,
        _ => throw Violation.Of(
            "OFFSET_UNIT_UNKNOWN", field,
            $"is {(int)unit}; allowed are 0 and 1 (UTF-16 units), 2 (UTF-8 bytes) and 3 (code points)"),
    };

    /// <summary>A date, or null where none is given.</summary>
    public static PassageDate? Date(string date, string field)
    {
        if (date.Length == 0)
        {
            return null;
        }

        return PassageDate.TryParse(date, out var read)
            ? read
            : throw Violation.Of(
                Reasons.DateMalformed, field,
                $"is no date there is, of the form {PassageDate.Forms} ({date.Length} characters given)");
    }
}
