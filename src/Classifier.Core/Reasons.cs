namespace Classifier.Core;

/// <summary>Words for programs, where the service and the command line say the same of the same bad input.</summary>
public static class Reasons
{
    public const string DateMalformed = "DATE_MALFORMED";

    /// <summary>No message of the contract, as a whole or in the type of a field.</summary>
    public const string MessageMalformed = "MESSAGE_MALFORMED";

    public const string MessageTooLarge = "MESSAGE_TOO_LARGE";

    public const string TextBroken = "TEXT_BROKEN";

    /// <summary>Empty, or not there.</summary>
    public const string TextEmpty = "TEXT_EMPTY";

    public const string TextTooLong = "TEXT_TOO_LONG";
}
