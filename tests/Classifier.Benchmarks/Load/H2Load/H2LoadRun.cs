using Classifier.Benchmarks.Load.Counting;
using Classifier.Benchmarks.Startup;

namespace Classifier.Benchmarks.Load.H2Load;

/// <summary>
/// The echo and the service as fast as they go, then the service at half of what it just reached. Each round has a
/// passage of its own, since h2load sends one alone.
/// </summary>
internal sealed class H2LoadRun(
    H2LoadClient h2load, ServiceProcess service, ServiceProcess echo, LoadPassages passages, TimeSpan length)
{
    private const double Half = 0.5;

    public async Task<H2LoadRound> RoundAsync(int round)
    {
        var call = passages.ShortCalls[round];
        var floor = h2load.Saturate(echo, passages.Echoes[round], length);
        var before = await AnsweredAsync();
        var full = h2load.Saturate(service, call, length);
        var between = await AnsweredAsync();
        var half = h2load.Pace(service, call, length, full.Rate * Half);
        return new(floor, full, half, between - before, await AnsweredAsync() - between);
    }

    /// <summary>Calls that the service has answered with OK, which h2load does not see.</summary>
    private async Task<long> AnsweredAsync()
    {
        using var client = new HttpClient();
        var page = await client.GetStringAsync(new Uri($"http://127.0.0.1:{service.RestPort}/metrics"));
        return MetricCount.Of(
            page, "classifier_call_duration_seconds_count", "code=\"OK\"", "method=\"TagPassages\"");
    }
}
