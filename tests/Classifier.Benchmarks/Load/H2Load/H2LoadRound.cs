namespace Classifier.Benchmarks.Load.H2Load;

/// <summary>One round.</summary>
/// <param name="Echo">The empty service, as fast as it goes.</param>
/// <param name="Full">The service, as fast as it goes.</param>
/// <param name="Half">The service at half of that.</param>
/// <param name="FullAnswered">Calls of <paramref name="Full"/> that the service answered with OK.</param>
/// <param name="HalfAnswered">The same of <paramref name="Half"/>.</param>
internal sealed record H2LoadRound(
    H2LoadSample Echo, H2LoadSample Full, H2LoadSample Half, long FullAnswered, long HalfAnswered);
