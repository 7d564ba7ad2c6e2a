using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Classifier.Training.Commands;

namespace Classifier.Training.Tests.Commands;

/// <summary>Numbers on the command line, for every option of every command that takes one.</summary>
public sealed class CommonOptionsTests
{
    /// <summary>What some commands want to hear before they look at numbers.</summary>
    private static readonly Dictionary<string, string[]> Needed = new() { ["evaluate"] = ["x", "--task", "language"] };

    private static readonly string[] None =
        ["x", "-", "1e", "0x1", "1,5", "NaN", "-1e9", "1e999", "99999999999999999999", "٣"];

    public static TheoryData<string, string, string> Numbers =>
    [
        .. from numeric in Numeric(CommandTable.Root(), [])
           from given in None
           select (numeric.Path, numeric.Option, given),
    ];

    [Fact]
    public void The_table_has_the_options_that_take_numbers() => Assert.Superset(
        new HashSet<string> { "detect --top", "doubts --distance", "evaluate --stitched" },
        Numeric(CommandTable.Root(), []).Select(n => $"{n.Path} {n.Option}").ToHashSet());

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_no_number_within_the_bounds_is_named_with_them(string path, string option, string given) =>
        Assert.Contains(
            $"{option} is {given}; allowed is ",
            CommandLine.Complaint(
                CommandLine.Parse([.. path.Split(' '), .. Needed.GetValueOrDefault(path, []), $"{option}={given}"])),
            StringComparison.Ordinal);

    [Fact]
    public void A_point_is_a_point_on_machines_that_write_a_comma()
    {
        var before = CultureInfo.CurrentCulture;
        var dutch = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (dutch.NumberFormat.NumberDecimalSeparator, dutch.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = dutch;
        try
        {
            Assert.Null(CommandLine.Complaint(CommandLine.Parse(["doubts", "--distance", "0.9"])));
            Assert.Contains(
                "allowed is 0.5 to 1.",
                CommandLine.Complaint(CommandLine.Parse(["doubts", "--distance", "0.2"])),
                StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task It_ends_in_one_line() => Assert.Contains(
        "--distance is x; allowed is 0.5 to 1.",
        (await Cli.RunAsync("doubts", "--distance", "x")).Complaint(),
        StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Option)> Numeric(Command command, string[] path) =>
    [
        .. command.Options.Where(o => IsNumber(o.ValueType)).Select(o => (string.Join(' ', path), o.Name)),
        .. command.Subcommands.SelectMany(c => Numeric(c, [.. path, c.Name])),
    ];

    private static bool IsNumber(Type type) => (Nullable.GetUnderlyingType(type) ?? type).GetInterfaces()
        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INumber<>));
}
