using System.Threading.RateLimiting;

namespace Classifier.Service.Overload;

/// <summary>A unary call's turn; over when its answer is made.</summary>
/// <param name="lease">Null for calls that are no work.</param>
/// <param name="place">The call's place in the <see cref="Room"/>, where it has one.</param>
internal readonly struct Turn(RateLimitLease? lease, Place? place) : IDisposable
{
    public void Dispose()
    {
        lease?.Dispose();
        place?.Answers();
    }
}
