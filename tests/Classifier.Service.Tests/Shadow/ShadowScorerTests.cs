using Classifier.Core;
using Classifier.Service.Overload;
using Classifier.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Shadow;

public sealed class ShadowScorerTests(RunningService ready)
{
    private const string Compared = "classifier.shadow.comparisons";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Challengers_tag_what_the_champion_tagged()
    {
        await using var service = await StartAsync("1");
        using var meters = new ServiceMeters(service.Services);
        await TagAsync(service, 3);
        await service.Client.TagDocumentAsync(new() { Text = Samples.Dutch }, cancellationToken: Cancel);
        await service.Client.TagDocumentAsync(
            new() { Text = Samples.Dutch, Model = "next" }, cancellationToken: Cancel);
        await WaitAsync(() => meters.Sum(Compared, "next stance True") == 4);
        Assert.Equal(4, meters.Sum(Compared, "next language True"));
        Assert.Equal(0, meters.Sum(Compared, "next actors False"));
    }

    /// <summary>A line end inside a passage would be the end of a sentence to a challenger.</summary>
    [Fact]
    public async Task Passages_of_wrapped_documents_are_compared_as_they_were_tagged()
    {
        await using var service = await StartAsync("1");
        using var meters = new ServiceMeters(service.Services);
        var champion = service.Models.Current;
        const string Wrapped =
            "Turkish warplanes bombed positions of the Syrian\nDemocratic Forces near Kobani on Friday, killing\n"
                + "two fighters and wounding four more, a spokesman\nsaid.";
        var tags = champion.TagDocument(Wrapped, default, Cancel);
        var span = Assert.Single(tags.Passages).Passage.Span;
        Assert.DoesNotContain('\n', PassageClassifier.TextOf(Wrapped, span));
        service.Services.GetRequiredService<Service.Shadow.ShadowScorer>().Offer(champion, Wrapped, null, tags);
        await WaitAsync(() => meters.Sum(Compared, "next stance True") == 1);
        Assert.Equal(0, meters.Sum(Compared, "next actors False") + meters.Sum(Compared, "next events False"));
    }

    /// <summary>By a scorer that nobody started: what it keeps it keeps, until it has no more room.</summary>
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 44)]
    public async Task Without_a_share_nothing_is_kept(string share, int dropped)
    {
        await using var service = await StartAsync(share);
        using var meters = new ServiceMeters(service.Services);
        var champion = service.Models.Current;
        var tags = champion.Tag(Samples.Dutch, default);
        using var idle = ActivatorUtilities.CreateInstance<Service.Shadow.ShadowScorer>(service.Services);
        for (var i = 0; i < 300; i++)
        {
            idle.Offer(champion, Samples.Dutch, null, tags);
        }

        Assert.Equal(dropped, meters.Sum("classifier.shadow.dropped", ""));
    }

    [Fact]
    public async Task While_calls_wait_samples_are_dropped()
    {
        await using var service = await StartAsync("1", "--Classifier:MaxConcurrentCalls=1");
        using var meters = new ServiceMeters(service.Services);
        var limit = service.Services.GetRequiredService<WorkLimit>();
        using var turn = await limit.EnterAsync(Cancel);
        var waiting = TagAsync(service, 1);
        await WaitAsync(() => meters.Read("classifier.queue.length") == 1);
        var shadow = service.Services.GetRequiredService<Service.Shadow.ShadowScorer>();
        var champion = service.Models.Current;
        shadow.Offer(champion, Samples.Dutch, null, champion.Tag(Samples.Dutch, default));
        Assert.Equal(1, meters.Sum("classifier.shadow.dropped", ""));
        turn.Dispose();
        await waiting;
    }

    private async Task<RunningService> StartAsync(string share, params string[] settings)
    {
        var service = RunningService.WithoutModels([$"--Classifier:ShadowShare={share}", .. settings]);
        await service.StartAsync();
        var champion = ready.Models.Current;
        service.Models.Serve(
            new(champion, new Dictionary<string, PassageClassifier> { ["next"] = new(champion.Bundle) }), []);
        return service;
    }

    private static async Task WaitAsync(Func<bool> done)
    {
        while (!done())
        {
            await Task.Delay(5, Cancel);
        }
    }

    private static Task TagAsync(RunningService service, int count) => service.Client.TagPassagesAsync(
        new() { Passages = { Enumerable.Range(0, count).Select(_ => new Passage { Text = Samples.Dutch }) } },
        cancellationToken: Cancel).ResponseAsync;
}
