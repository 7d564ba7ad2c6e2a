using System.Diagnostics;
using Classifier.Service.Hosting;
using Classifier.Service.Telemetry;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Models;

/// <summary>Loads what the pointers name now, one loading at a time, and swaps it in.</summary>
internal sealed class ModelReloader(
    ModelHolder models,
    BundleOpener open,
    IOptions<ServiceOptions> options,
    IHostEnvironment environment,
    ServiceMetrics metrics,
    ILogger<ModelReloader> logger) : IDisposable
{
    private static readonly TimeSpan UntilGivenBack = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile string? _tried;
    private volatile bool _givesBack;

    /// <summary>Fingerprint of what was loaded last, well or not; null before the first time.</summary>
    public string? Tried => _tried;

    /// <summary>Fingerprint of what would be loaded now.</summary>
    public string Present() => BundleFingerprint.Of(Pointers());

    /// <summary>Loads everything anew, whether it has changed or not.</summary>
    /// <returns>What is wrong; empty where all is served as the pointers say.</returns>
    public async Task<IReadOnlyList<ModelProblem>> ReloadAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(Reload, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private IReadOnlyList<ModelProblem> Reload()
    {
        var clock = Stopwatch.StartNew();
        var pointers = Pointers();
        _tried = BundleFingerprint.Of(pointers);
        var (reader, old) = (new ModelSetReader(open), models.Served);
        if (reader.Read(pointers, old) is { } read)
        {
            models.Serve(read, reader.Problems);
            Tell(pointers, old, read, clock.ElapsedMilliseconds);
        }

        foreach (var problem in reader.Problems.Where(_ => models.IsReady))
        {
            var kept = models.Served!.Find(problem.Alias)?.Bundle.Manifest.Version ?? "none";
            Log.Kept(logger, problem.Alias, problem.Message, kept, problem.Unforeseen);
        }

        metrics.Reloaded(Outcome(reader.Problems));
        if (!Interlocked.Exchange(ref _givesBack, true))
        {
            _ = GiveBackAsync();
        }

        return reader.Problems;
    }

    /// <summary>
    /// Gives the system back what loading leaves behind, several times what it keeps, which a service that allocates
    /// little would hold for hours. Calls wait meanwhile for some 40 ms, so those that waited for the models are
    /// answered first, and reloads that follow each other at once make one collection.
    /// </summary>
    private async Task GiveBackAsync()
    {
        await Task.Delay(UntilGivenBack);
        _givesBack = false;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    private void Tell(IReadOnlyList<ModelPointer> pointers, ModelSet? old, ModelSet read, long milliseconds)
    {
        foreach (var pointer in pointers)
        {
            var model = read.Find(pointer.Alias);
            if (model is not null && !ReferenceEquals(model, old?.Find(pointer.Alias)))
            {
                Log.Serving(logger, model.Bundle.Manifest.Version, pointer.Alias, pointer.Folder!, milliseconds);
            }
        }
    }

    private static string Outcome(IReadOnlyList<ModelProblem> problems) =>
        problems.Count == 0 ? "swapped" : problems.Any(p => p.Alias == ModelAlias.Champion) ? "kept" : "partly";

    private IReadOnlyList<ModelPointer> Pointers() => BundleLocator.All(options.Value, environment.ContentRootPath);
}
