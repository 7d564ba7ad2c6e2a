namespace Classifier.Training.Commands;

/// <summary>What the program's exit status says.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The command itself could not be carried out: bad arguments, missing files, a damaged bundle.</summary>
    public const int Failed = 1;

    /// <summary>The command ran to its end, and some rows were bad; each is reported in place.</summary>
    public const int BadRows = 2;

    /// <summary>
    /// Nobody reads standard output any more; what a shell says of a program that was ended by SIGPIPE.
    /// </summary>
    public const int ClosedPipe = 141;
}
