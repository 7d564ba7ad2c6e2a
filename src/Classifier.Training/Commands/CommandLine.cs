using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Classifier.Training.Commands;

/// <summary>Arguments in, exit status out. What cannot be understood ends as one line on standard error.</summary>
internal static partial class CommandLine
{
    /// <summary>Posts start with @, so an argument that does is no file of further arguments.</summary>
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> InvokeAsync(string[] args)
    {
        var parsed = Parse(args);
        if (Complaint(parsed) is not { } complaint)
        {
            return await parsed.InvokeAsync();
        }

        await Console.Error.WriteLineAsync($"classifier: {complaint} See '{Path(parsed)} --help'.");
        return ExitCodes.Failed;
    }

    public static ParseResult Parse(string[] args) => CommandTable.Root().Parse(args, Configuration);

    /// <summary>What is wrong with the arguments; null if nothing is, or if help is asked for.</summary>
    public static string? Complaint(ParseResult parsed)
    {
        var failed = parsed.Action is ParseErrorAction;
        if (!failed && parsed.Action != parsed.CommandResult.Command.Action)
        {
            return null;
        }

        if (UnknownOption(parsed) is { } option)
        {
            return $"Unknown option '{option}'; where it is meant as text, write -- before it.";
        }

        if (!failed && EmptyArgument(parsed) is { } empty)
        {
            return $"{empty} is empty, as a variable that is not set would be; give it a value or leave it out.";
        }

        return failed ? string.Join(' ', parsed.Errors.Select(e => Sentence(e.Message)).Distinct()) : null;
    }

    /// <summary>The parser takes a misspelt option for an argument; only after -- is it one.</summary>
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(t => t.Type != TokenType.DoubleDash)
        .FirstOrDefault(t => t.Type == TokenType.Argument && OptionLike().IsMatch(t.Value))?.Value;

    /// <summary>Nothing that a command takes means anything when it is empty.</summary>
    private static string? EmptyArgument(ParseResult parsed)
    {
        var tokens = parsed.Tokens.ToList();
        var at = tokens.FindIndex(t => t is { Type: TokenType.Argument, Value: "" });
        return at < 0 ? null : at > 0 && tokens[at - 1].Type == TokenType.Option ? tokens[at - 1].Value : "An argument";
    }

    private static string Sentence(string message) => WhiteSpace().Replace(message, " ").TrimEnd('.') + ".";

    private static string Path(ParseResult parsed)
    {
        var names = new List<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = at.Parent)
        {
            names.Insert(0, command.Command is RootCommand ? "classifier" : command.Command.Name);
        }

        return string.Join(' ', names);
    }

    [GeneratedRegex("^--?[a-z][a-z0-9-]*(=.*)?$")]
    private static partial Regex OptionLike();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
