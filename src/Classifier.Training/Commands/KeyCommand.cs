using System.CommandLine;
using Classifier.Core;
using Classifier.Core.Access;
using Classifier.Core.Text;

namespace Classifier.Training.Commands;

/// <summary><c>classifier key</c>: keys for the service.</summary>
internal static class KeyCommand
{
    private static readonly Argument<string> Holder = new("name")
    {
        Description = "Who will hold the key, such as monitoring-desk; limits are counted by this name.",
    };

    private static readonly Option<string> Scopes = new("--scopes")
    {
        Description = "What the key allows: tag, admin, or both joined by a comma.",
        DefaultValueFactory = _ => AccessScopes.Tag,
    };

    private static readonly Option<string?> Expires = new("--expires")
    {
        Description = "The last day on which the key is good, as YYYY-MM-DD in UTC; without it the key does not end.",
    };

    public static Command Create()
    {
        var add = new Command(
            "new",
            "Makes an API key. The line for the service's key file goes to standard output and holds only a salted "
            + "hash; the key itself is shown once, on standard error. Callers send it as the header x-api-key.\n\n"
            + "Example: classifier key new monitoring-desk --scopes tag --expires 2027-12-31 >> keys.tsv")
        {
            Holder, Scopes, Expires,
        };
        add.SetAction(parsed => Runner.Run(() =>
            New(parsed.GetValue(Holder)!, parsed.GetValue(Scopes)!, parsed.GetValue(Expires))));
        return new Command(
            "key", "Makes API keys for the service.\n\nExample: classifier key new monitoring-desk >> keys.tsv")
        {
            add,
        };
    }

    private static int New(string name, string scopes, string? expires)
    {
        var (key, record) = ApiKey.Create(name, AccessScopes.Parse(scopes), Day(expires));
        Console.Error.WriteLine($"The key of {name}, shown only now:\n{key}");
        Console.Out.WriteLine(record.ToLine());
        return ExitCodes.Success;
    }

    private static DateOnly? Day(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!CalendarDay.TryParse(text, out var day))
        {
            throw Bad("DATE_MALFORMED", $"--expires is '{text}'; write it as 2027-12-31.");
        }

        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return day >= today
            ? day
            : throw Bad(
                "DATE_PAST",
                $"--expires is '{text}', and the key would be dead: today is "
                    + $"{CalendarDay.Write(today)} (UTC).");
    }

    private static ClassifierException Bad(string reason, string message) =>
        new(ErrorKind.InvalidArgument, reason, message);
}
