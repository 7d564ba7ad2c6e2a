using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Classifier.Core;
using Classifier.Service.Hosting;
using Classifier.Service.Telemetry;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Models;

/// <summary>Loads what the pointers name now, one loading at a time, and swaps it in.</summary>
[SuppressMessage(
    "Design", "CA1001", Justification = "A load may outlast a service that can't start, and gives back its turn then.")]
internal sealed class ModelReloader(
    ModelHolder models,
    BundleOpener open,
    IOptions<ServiceOptions> options,
    IHostEnvironment environment,
    ServiceMetrics metrics,
    ILogger<ModelReloader> logger)
{
    private static readonly TimeSpan UntilGivenBack = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile string? _tried;
    private volatile ModelSetReader? _reader;
    private volatile bool _givesBack;

    /// <summary>Fingerprint of what was loaded last, well or not; null before the first time.</summary>
    public string? Tried => _tried;

    /// <summary>Fingerprint of what would be loaded now.</summary>
    public string Present() => BundleFingerprint.Of(Pointers().All);

    /// <summary>Loads everything anew, whether it has changed or not.</summary>
    /// <returns>What is wrong; empty where all is served as the pointers say.</returns>
    public Task<IReadOnlyList<ModelProblem>> ReloadAsync(CancellationToken cancel) => InTurnAsync(Reload, cancel);

    /// <summary>
    /// Opens bundles again that could not be read for a reason that may have passed (<see cref="FileTrouble"/>), and
    /// nothing else; what is wrong is told once.
    /// </summary>
    /// <returns>Whether there were such; false also where files have changed, which is for a reload.</returns>
    public async Task<bool> RetryAsync(CancellationToken cancel) =>
        _reader is { MayPass: true } && await InTurnAsync(Retry, cancel);

    private async Task<T> InTurnAsync<T>(Func<T> load, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(load, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    private IReadOnlyList<ModelProblem> Reload()
    {
        var pointers = Pointers();
        _tried = BundleFingerprint.Of(pointers.All);
        return Load(pointers, new(open), []);
    }

    private bool Retry()
    {
        var pointers = Pointers();
        if (_reader is not { MayPass: true } before || BundleFingerprint.Of(pointers.All) != _tried)
        {
            return false;
        }

        Load(pointers, new(open, before), before.Problems);
        return true;
    }

    private IReadOnlyList<ModelProblem> Load(
        ModelPointers pointers, ModelSetReader reader, IReadOnlyList<ModelProblem> told)
    {
        var (clock, old) = (Stopwatch.StartNew(), models.Served);
        if (reader.Read(pointers, old) is { } read)
        {
            models.Serve(read, reader.Problems);
            Tell(pointers, old, read, clock.ElapsedMilliseconds);
            foreach (var problem in reader.Problems.Where(p => !told.Any(p.Repeats)))
            {
                Tell(problem, pointers, read);
            }
        }

        _reader = reader;
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

    private void Tell(ModelPointers pointers, ModelSet? old, ModelSet read, long milliseconds)
    {
        foreach (var pointer in pointers.Challengers.Prepend(pointers.Champion))
        {
            var model = read.Find(pointer.Alias);
            if (model is not null && !ReferenceEquals(model, old?.Find(pointer.Alias)))
            {
                Log.Serving(logger, VersionOf(model), pointer.Alias, pointer.Folder!, milliseconds);
            }
        }

        foreach (var (alias, model) in old?.Challengers.Where(c => read.Find(c.Key) is null) ?? [])
        {
            Log.Withdrawn(logger, alias, VersionOf(model));
        }
    }

    private void Tell(ModelProblem problem, ModelPointers pointers, ModelSet served)
    {
        if (problem.Alias == pointers.Unlisted?.Alias)
        {
            var all = string.Join(", ", served.Challengers.Select(c => $"{c.Key} {VersionOf(c.Value)}"));
            Log.Unlisted(logger, all.Length > 0 ? all : "none", problem.Message);
            return;
        }

        var kept = served.Find(problem.Alias) is { } model ? VersionOf(model) : "none";
        Log.Kept(logger, problem.Alias, problem.Message, kept, problem.Unforeseen);
    }

    private static string VersionOf(PassageClassifier model) => model.Bundle.Manifest.Version;

    private static string Outcome(IReadOnlyList<ModelProblem> problems) =>
        problems.Count == 0 ? "swapped" : problems.Any(p => p.Alias == ModelAlias.Champion) ? "kept" : "partly";

    private ModelPointers Pointers() => BundleLocator.All(options.Value, environment.ContentRootPath);
}
