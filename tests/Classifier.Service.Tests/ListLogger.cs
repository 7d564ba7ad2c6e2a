using Microsoft.Extensions.Logging;

namespace Classifier.Service.Tests;

/// <summary>Keeps what one type logs, exceptions included.</summary>
internal sealed class ListLogger<T> : LogLines, ILogger<T>
{
    public List<string> Lines => [.. All];
}
