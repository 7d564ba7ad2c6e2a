using System.Runtime.InteropServices;

namespace Classifier.Training.Terminal;

/// <summary>
/// What asks a program to end. By themselves most of them end it on the spot; here they give the exit status that a
/// shell tells of a program ended so, 128 and the signal's number.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>The status after a SIGTERM.</summary>
    public const int Terminated = 143;

    private static readonly (PosixSignal Signal, int Status)[] Statuses =
    [
        (PosixSignal.SIGHUP, 129), (PosixSignal.SIGINT, 130), (PosixSignal.SIGQUIT, 131),
        (PosixSignal.SIGTERM, Terminated),
    ];

    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action<int> _stop;

    /// <param name="stop">
    /// Takes the exit status, on a thread of the runtime's, and once more for each further signal.
    /// </param>
    public StopSignals(Action<int> stop)
    {
        _stop = stop;
        Raised += stop;
        _registrations = [.. Statuses.Select(s => PosixSignalRegistration.Create(s.Signal, context =>
        {
            context.Cancel = true;
            stop(s.Status);
        }))];
    }

    private static event Action<int>? Raised;

    /// <summary>Asks as a signal does; where nobody takes signals the program ends at once.</summary>
    public static void Raise(int status) => (Raised ?? Environment.Exit)(status);

    public void Dispose()
    {
        Array.ForEach(_registrations, r => r.Dispose());
        Raised -= _stop;
    }
}
