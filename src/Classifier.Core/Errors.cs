using System.Collections.ObjectModel;

namespace Classifier.Core;

/// <summary>What kind of failure a caller sees; hosts map it to their own codes in one place.</summary>
public enum ErrorKind
{
    /// <summary>The request itself is wrong and must be changed before it is sent again.</summary>
    InvalidArgument,

    /// <summary>A named thing (a model, a file) does not exist.</summary>
    NotFound,

    /// <summary>The request is fine, but the state of the system forbids it (a bundle that does not verify).</summary>
    FailedPrecondition,

    /// <summary>Not ready yet, or draining: the same call may succeed later.</summary>
    Unavailable,

    /// <summary>More work than is taken on at once: the same call may succeed a moment later.</summary>
    ResourceExhausted,

    /// <summary>More than is taken in one message: the same call fails again, smaller ones may not.</summary>
    TooLarge,

    /// <summary>Nobody knows who calls.</summary>
    Unauthenticated,

    /// <summary>The caller may not do this.</summary>
    PermissionDenied,
}

/// <summary>
/// One field that broke a rule. The description names the actual value's size and the limit, never text.
/// </summary>
/// <param name="Field">Path of the field in the request, such as <c>passages[3].text</c>.</param>
/// <param name="Description">What is wrong, with actual and allowed.</param>
public readonly record struct FieldViolation(string Field, string Description);

/// <summary>A thing that an error is about.</summary>
/// <param name="Type">What kind of thing, such as <c>model</c>.</param>
/// <param name="Name">Its name, as the caller gave it.</param>
public readonly record struct NamedResource(string Type, string Name);

/// <summary>The one error type of the core. Its message is safe to log: it holds no passage text.</summary>
public sealed class ClassifierException : Exception
{
    public ClassifierException(ErrorKind kind, string reason, string message, params FieldViolation[] violations)
        : base(message)
    {
        Kind = kind;
        Reason = reason;
        Violations = violations;
    }

    public ClassifierException(ErrorKind kind, string reason, string message, Exception inner)
        : base(message, inner)
    {
        Kind = kind;
        Reason = reason;
        Violations = [];
    }

    public ErrorKind Kind { get; }

    /// <summary>A stable UPPER_SNAKE word for programs, such as <c>TEXT_TOO_LONG</c>.</summary>
    public string Reason { get; }

    public IReadOnlyList<FieldViolation> Violations { get; }

    /// <summary>The thing that is missing or refused; null where the error is about none.</summary>
    public NamedResource? Resource { get; init; }

    /// <summary>What else programs may read, by name. None of it comes from a caller.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the same call may succeed; null where its kind alone says.</summary>
    public TimeSpan? Retry { get; init; }

    /// <summary>The error as the canonical gRPC code name, as the JSON Lines contract prints it.</summary>
    public string CodeName => CodeNameOf(Kind);

    internal static ClassifierException Invalid(string reason, string field, string description) =>
        new(ErrorKind.InvalidArgument, reason, $"{field}: {description}", new FieldViolation(field, description));

    internal static ClassifierException BadBundle(string message) =>
        new(ErrorKind.FailedPrecondition, "BUNDLE_INVALID", message);

    private static string CodeNameOf(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidArgument or ErrorKind.TooLarge => "INVALID_ARGUMENT",
        ErrorKind.NotFound => "NOT_FOUND",
        ErrorKind.FailedPrecondition => "FAILED_PRECONDITION",
        ErrorKind.Unavailable => "UNAVAILABLE",
        ErrorKind.ResourceExhausted => "RESOURCE_EXHAUSTED",
        ErrorKind.Unauthenticated => "UNAUTHENTICATED",
        ErrorKind.PermissionDenied => "PERMISSION_DENIED",
        _ => "INTERNAL",
    };
}
