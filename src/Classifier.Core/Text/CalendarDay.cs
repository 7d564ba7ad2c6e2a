using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Classifier.Core.Text;

/// <summary>
/// Days as files and options write them: calendar dates of ISO 8601-1:2019, 5.2.2, complete, in extended format
/// (<c>2026-01-20</c>), in ASCII digits whatever the culture.
/// </summary>
public static class CalendarDay
{
    internal const string Form = "yyyy-MM-dd";

    /// <returns>Whether the text is a day that the calendar has, with nothing before or after.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The form that <see cref="TryParse"/> takes.</summary>
    public static string Write(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);
}
