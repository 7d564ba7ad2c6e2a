using Classifier.Core;
using Classifier.V1;
using Google.Rpc;
using Grpc.Core;

namespace Classifier.Service.Tests.Models;

/// <summary>Which model answers. The challenger is the champion under another name, so answers must be equal.</summary>
public sealed class ModelHolderTests(RunningService ready) : IAsyncLifetime
{
    private readonly RunningService _service = RunningService.WithoutModels();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        var challenger = new PassageClassifier(ready.Models.Current.Bundle);
        _service.Models.Serve(
            new(ready.Models.Current, new Dictionary<string, PassageClassifier> { ["next"] = challenger }), []);
    }

    [Fact]
    public void Aliases_choose()
    {
        var models = _service.Models;
        Assert.Same(models.Current, models.Choose(""));
        Assert.Same(models.Current, models.Choose("champion"));
        Assert.Same(models.Served!.Challengers["next"], models.Choose("next"));
        Assert.NotSame(models.Current, models.Choose("next"));
    }

    [Fact]
    public async Task The_model_names_its_challengers()
    {
        var model = await _service.Client.GetModelAsync(new(), cancellationToken: Cancel);
        var challenger = Assert.Single(model.Challengers);
        Assert.Equal(
            ("next", model.ModelVersion, model.WeightHash),
            (challenger.Alias, challenger.ModelVersion, challenger.WeightHash));
        var rest = await _service.Rest.GetStringAsync("/v1/model?model=next", Cancel);
        Assert.Contains("\"alias\":\"next\"", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_calls_take_an_alias()
    {
        var client = _service.Client;
        Assert.Equal(
            (await client.TagDocumentAsync(new() { Text = Samples.Document }, cancellationToken: Cancel)).Passages,
            (await client.TagDocumentAsync(
                new() { Text = Samples.Document, Model = "next" }, cancellationToken: Cancel)).Passages);
        Assert.Equal("nl", (await StreamAsync("next")).Language.Tag);
    }

    [Fact]
    public async Task Unknown_models_are_not_found()
    {
        var client = _service.Client;
        await AssertNotFoundAsync(() => client.TagDocumentAsync(
            new() { Text = "x", Model = "other" }, cancellationToken: Cancel).ResponseAsync);
        await AssertNotFoundAsync(() => client.TagPassagesAsync(
            new() { Passages = { new Passage() }, Model = "other" }, cancellationToken: Cancel).ResponseAsync);
        await AssertNotFoundAsync(() => client.DetectLanguageAsync(
            new() { Texts = { new TextItem() }, Model = "other" }, cancellationToken: Cancel).ResponseAsync);
        await AssertNotFoundAsync(() => client.GetModelAsync(
            new() { Model = "other" }, cancellationToken: Cancel).ResponseAsync);
        Assert.Equal("NOT_FOUND", (await StreamAsync("other")).Error.Code);
        var rest = await _service.Rest.GetAsync("/v1/model?model=other", Cancel);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, rest.StatusCode);
        Assert.Contains("resourceName", await rest.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../other")]
    [InlineData("a name")]
    public Task What_is_no_alias_is_refused_without_repeating_it(string alias) => Refusal.AssertAsync(
        "MODEL_MALFORMED", "model", $"has {alias.Length} characters", () => _service.Client.GetModelAsync(
            new() { Model = alias }, cancellationToken: Cancel).ResponseAsync);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static async Task AssertNotFoundAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
        Assert.Equal("MODEL_UNKNOWN", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        var resource = error.GetRpcStatus()!.GetDetail<ResourceInfo>()!;
        Assert.Equal(("model", "other"), (resource.ResourceType, resource.ResourceName));
    }

    private async Task<PassageResult> StreamAsync(string model)
    {
        using var call = _service.Client.TagPassageStream(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(
            new() { Passage = new() { Text = Samples.Dutch }, Model = model }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        return call.ResponseStream.Current.Result;
    }
}
