namespace Classifier.Client.Tests;

/// <summary>What the example for Node is made of, beside it; fetched where it is not there yet.</summary>
public sealed class NodeModules : IAsyncLifetime
{
    internal static string Folder { get; } = Path.Combine(Command.Root, "examples", "node");

    /// <summary>Why there is none; null where there is.</summary>
    internal string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (IsUpToDate())
        {
            return;
        }

        var npm = await Command.TryAsync(
            new("npm", ["ci", "--fetch-retries=1", "--fetch-timeout=30000", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = Folder,
            });
        Missing = npm switch
        {
            null => "npm is not installed",
            { Exit: 0 } => null,
            _ => $"npm ci failed: {npm.Errors}",
        };

        // Two files that contradict each other are nobody's network.
        Assert.DoesNotContain("EUSAGE", Missing ?? "", StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>npm writes down what it has installed, and when.</summary>
    private static bool IsUpToDate()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        return installed.Exists
            && installed.LastWriteTimeUtc > File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
    }
}
