using Classifier.Core;

namespace Classifier.Service.Errors;

/// <summary>Refusals of one field.</summary>
internal static class Violation
{
    /// <param name="reason">A stable word for programs.</param>
    /// <param name="field">Path of the field in the request.</param>
    /// <param name="description">What is wrong, with actual and allowed; never a text.</param>
    public static ClassifierException Of(string reason, string field, string description) =>
        new(ErrorKind.InvalidArgument, reason, $"{field}: {description}", new FieldViolation(field, description));
}
