using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Classifier.Core.Text;

/// <summary>
/// When a passage appeared, as exactly as it is known: a day, a month or a year of the proleptic Gregorian calendar,
/// years 1 to 9999. These are the calendar dates of ISO 8601-1:2019, 5.2.2, in extended format, complete or of reduced
/// precision (<c>2026-01-20</c>, <c>2026-01</c>, <c>2026</c>). A month or year stands for any one of its days, not for
/// all of them.
/// </summary>
[JsonConverter(typeof(PassageDateConverter))]
public readonly record struct PassageDate
{
    /// <summary>The forms that <see cref="TryParse"/> takes, for messages.</summary>
    public const string Forms = "YYYY-MM-DD, YYYY-MM or YYYY";

    private const string MonthForm = "yyyy-MM";

    private const string YearForm = "yyyy";

    /// <summary>A day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public PassageDate(int year, int month, int day) => First = Last = new(year, month, day);

    private PassageDate(DateOnly first, DateOnly last) => (First, Last) = (first, last);

    /// <summary>The first day on which the passage can have appeared.</summary>
    public DateOnly First { get; }

    /// <summary>The last day on which it can have; the first one where the day is known.</summary>
    public DateOnly Last { get; }

    /// <summary>Reads a date of one of <see cref="Forms"/>: ASCII digits, nothing before or after.</summary>
    /// <returns>Whether the text is such a date, and one that the calendar has.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PassageDate date)
    {
        date = default;
        var form = FormOf(text?.Length);
        if (!DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return false;
        }

        date = new(first, LastDay(first, form));
        return true;
    }

    /// <summary>The date in the form that it was read in.</summary>
    public override string ToString() => First.ToString(
        First == Last ? CalendarDay.Form : First.Month == Last.Month ? MonthForm : YearForm, CultureInfo.InvariantCulture);

    private static string FormOf(int? length) => length switch
    {
        4 => YearForm,
        7 => MonthForm,
        _ => CalendarDay.Form,
    };

    private static DateOnly LastDay(DateOnly first, string form) => form switch
    {
        YearForm => new(first.Year, 12, 31),
        MonthForm => new(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month)),
        _ => first,
    };
}
