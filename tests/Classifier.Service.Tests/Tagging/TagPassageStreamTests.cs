using Classifier.V1;
using Grpc.Core;

namespace Classifier.Service.Tests.Tagging;

public sealed class TagPassageStreamTests(RunningService service)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Responses_keep_the_order_with_bad_items_in_between()
    {
        var results = await StreamAsync(
        [
            Item("1", Samples.Dutch),
            Item("2", ""),
            Item("3", Samples.Kurmanji),
            new(),
            new() { Passage = new() { Id = "5", Text = "x" }, Options = new() { OffsetUnit = (OffsetUnit)9 } },
            Item("6", new string('x', 10_001)),
            new() { Passage = new() { Id = "7", Text = Samples.English, Date = "now" } },
            Item("8", Samples.Sorani),
        ]);
        Assert.Equal(["1", "2", "3", "", "5", "6", "7", "8"], results.Select(r => r.Id));
        Assert.Equal(["nl", null, "kmr", null, null, null, null, "ckb"], results.Select(r => r.Language?.Tag));
        string?[] errors =
        [
            null, "passage.text: is empty", null, "passage: is missing", "options.offset_unit: is 9",
            "passage.text: has 10001", "passage.date: is no date", null,
        ];
        Assert.All(results, (r, i) => Assert.Equal(errors[i] is null, r.Error is null));
        Assert.All(results, (r, i) => Assert.StartsWith(
            errors[i] ?? "", r.Error?.Message ?? "", StringComparison.Ordinal));
        Assert.All(results, r => Assert.Equal(service.Models.Current.Bundle.Manifest.Version, r.ModelVersion));
    }

    [Fact]
    public async Task Each_answer_comes_before_the_next_request()
    {
        using var call = service.Client.TagPassageStream(cancellationToken: Cancel);
        for (var i = 0; i < 50; i++)
        {
            await call.RequestStream.WriteAsync(Item($"{i}", Samples.Dutch), Cancel);
            Assert.True(await call.ResponseStream.MoveNext(Cancel));
            Assert.Equal($"{i}", call.ResponseStream.Current.Result.Id);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Cancel));
    }

    [Fact]
    public async Task A_stream_may_be_longer_than_any_batch()
    {
        var results = await StreamAsync([.. Enumerable.Range(0, 3000).Select(i => Item($"{i}", Samples.English))]);
        Assert.Equal(Enumerable.Range(0, 3000).Select(i => $"{i}"), results.Select(r => r.Id));
    }

    [Fact]
    public async Task Options_belong_to_the_item()
    {
        var results = await StreamAsync(
        [
            Item("1", Samples.English),
            new() { Passage = new() { Text = Samples.English }, Options = new() { WithEvidence = true } },
        ]);
        Assert.Null(results[0].Actors[0].Evidence);
        Assert.NotEmpty(results[1].Actors[0].Evidence.Spans);
    }

    [Fact]
    public async Task An_empty_stream_ends_well() => Assert.Empty(await StreamAsync([]));

    private async Task<List<PassageResult>> StreamAsync(IReadOnlyList<TagPassageStreamRequest> requests)
    {
        using var call = service.Client.TagPassageStream(cancellationToken: Cancel);
        var writing = Task.Run(
            async () =>
            {
                foreach (var request in requests)
                {
                    await call.RequestStream.WriteAsync(request, Cancel);
                }

                await call.RequestStream.CompleteAsync();
            },
            Cancel);
        var results = await call.ResponseStream.ReadAllAsync(Cancel).Select(r => r.Result).ToListAsync(Cancel);
        await writing;
        return results;
    }

    private static TagPassageStreamRequest Item(string id, string text) =>
        new() { Passage = new() { Id = id, Text = text } };
}
