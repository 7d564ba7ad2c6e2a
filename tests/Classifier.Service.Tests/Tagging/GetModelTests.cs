using Classifier.V1;

namespace Classifier.Service.Tests.Tagging;

public sealed class GetModelTests(RunningService service)
{
    [Fact]
    public async Task The_model_describes_itself()
    {
        var model = await GetAsync();
        var bundle = service.Models.Current.Bundle;
        Assert.Equal(bundle.Manifest.Version, model.ModelVersion);
        Assert.Equal(bundle.Taxonomy.Version, model.TaxonomyVersion);
        Assert.Matches("^[0-9a-fA-F]{64}$", model.WeightHash);
        Assert.Equal(["en:en", "nl:nl", "kmr:ku", "ckb:ku"], model.Languages.Select(l => $"{l.Tag}:{l.Macro}"));
    }

    [Fact]
    public async Task Labels_come_with_names_codes_and_thresholds()
    {
        var model = await GetAsync();
        Assert.Equal((5, 12, 3), (model.Actors.Count, model.Events.Count, model.Stances.Count));
        Assert.All(model.Actors.Concat(model.Events), l => Assert.InRange(l.Threshold, 0.001f, 0.999f));
        Assert.All(model.Stances, l => Assert.Equal(0, l.Threshold));
        Assert.All(model.Actors.Concat(model.Events).Concat(model.Stances), l => Assert.Equal(
            ["ckb", "en", "kmr", "nl"], l.Names.Keys.Order(StringComparer.Ordinal)));
        var strike = model.Events.Single(l => l.Id == "air_strike");
        Assert.Equal(["Explosions/Remote violence / Air/drone strike"], strike.Acled);
        Assert.Equal(["ASSAULT"], strike.Plover);
        Assert.NotEmpty(strike.Definition);
    }

    [Fact]
    public async Task Limits_can_be_read()
    {
        var limits = (await GetAsync()).Limits;
        Assert.Equal(
            (1_000_000, 10_000, 1_000, 16 * 1024 * 1024),
            (limits.MaxDocumentLength, limits.MaxPassageLength, limits.MaxBatchSize, limits.MaxMessageBytes));
    }

    private Task<GetModelResponse> GetAsync() =>
        service.Client.GetModelAsync(new(), cancellationToken: TestContext.Current.CancellationToken).ResponseAsync;
}
