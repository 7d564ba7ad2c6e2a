using System.Threading.Channels;
using Classifier.Core;
using Classifier.Core.Text;
using Classifier.Service.Hosting;
using Classifier.Service.Models;
using Classifier.Service.Overload;
using Classifier.Service.Telemetry;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Shadow;

/// <summary>
/// Lets the challengers tag a share of what the champion tagged, after the answer and on one thread, and counts where
/// they agree. Samples that come while calls wait, or faster than they are scored, are dropped and counted.
/// </summary>
internal sealed class ShadowScorer(
    ModelHolder models,
    WorkLimit limit,
    IOptions<ServiceOptions> options,
    ServiceMetrics metrics,
    ILogger<ShadowScorer> logger) : BackgroundService
{
    /// <summary>Samples that wait; of passages of the largest size they hold 5 MB.</summary>
    private const int Capacity = 256;

    private readonly double _share = options.Value.ShadowShare;

    private readonly Channel<ShadowSample> _samples = Channel.CreateBounded<ShadowSample>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Takes an answered passage if chance says so. Never waits.</summary>
    public void Offer(PassageClassifier answered, string text, PassageDate? date, PassageTags tags)
    {
        if (Drawn(answered))
        {
            Keep(new(answered, text, date, tags));
        }
    }

    /// <summary>The same for each passage of a document.</summary>
    public void Offer(PassageClassifier answered, string text, PassageDate? date, DocumentTags tags)
    {
        foreach (var (place, found) in tags.Passages)
        {
            if (Drawn(answered))
            {
                Keep(new(answered, PassageClassifier.TextOf(text, place.Span), date, found));
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var sample in _samples.Reader.ReadAllAsync(stoppingToken))
            {
                Score(sample);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A stop is no failure, though the host takes it for one while it still starts.
        }
    }

    private bool Drawn(PassageClassifier answered) =>
        _share > 0
        && models.Served is { Challengers.Count: > 0 } served && ReferenceEquals(served.Champion, answered)
        && Random.Shared.NextDouble() < _share;

    private void Keep(ShadowSample sample)
    {
        if (limit.Queued > 0 || !_samples.Writer.TryWrite(sample))
        {
            metrics.ShadowDropped();
        }
    }

    private void Score(ShadowSample sample)
    {
        if (models.Served is not { } served || !ReferenceEquals(served.Champion, sample.Champion))
        {
            return;
        }

        foreach (var (alias, challenger) in served.Challengers)
        {
            try
            {
                Count(alias, sample.Tags, challenger.Tag(sample.Text, new(sample.Date)));
            }
            catch (Exception e)
            {
                Log.Unexpected(logger, "shadow scoring", e.GetType().Name, e.StackTrace);
            }
        }
    }

    private void Count(string alias, PassageTags champion, PassageTags challenger)
    {
        foreach (var (part, agrees) in Agreement.Of(champion, challenger))
        {
            metrics.Shadowed(alias, part, agrees);
        }
    }
}
