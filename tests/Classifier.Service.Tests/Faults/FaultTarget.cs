namespace Classifier.Service.Tests.Faults;

/// <summary>
/// The process that takes the blows, one for all tests that need no other, with little patience of its own.
/// </summary>
public sealed class FaultTarget : IAsyncLifetime
{
    internal RunningProcess Process { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Process = await RunningProcess.StartAsync("--Classifier:IdleSeconds=2", "--Classifier:PingSeconds=2");
        Process.ReadOn();
    }

    public ValueTask DisposeAsync()
    {
        Process?.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tests that deal blows do so one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class FaultTests : ICollectionFixture<FaultTarget>
{
    public const string Name = "faults";
}
