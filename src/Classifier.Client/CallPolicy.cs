using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Classifier.Client;

/// <summary>
/// When calls are sent again. All calls only read, so any may be; but only where the service did not answer at all or
/// was too busy to, and fewer and fewer where that goes on.
/// </summary>
/// <remarks>https://github.com/grpc/proposal/blob/master/A6-client-retries.md</remarks>
internal static class CallPolicy
{
    private const string Service = "classifier.v1.PassageTagger";

    private static readonly string[] Unary = ["TagDocument", "TagPassages", "DetectLanguage", "GetModel"];

    private static readonly StatusCode[] Passing = [StatusCode.Unavailable, StatusCode.ResourceExhausted];

    public static ServiceConfig Of(ClassifierClientOptions options)
    {
        var config = new ServiceConfig { RetryThrottling = new() { MaxTokens = 10, TokenRatio = 0.1 } };
        if (options.HedgingDelay is not null || options.Attempts > 1)
        {
            config.MethodConfigs.Add(Methods(options));
        }

        return config;
    }

    private static MethodConfig Methods(ClassifierClientOptions options)
    {
        var methods = options.HedgingDelay is { } delay
            ? new MethodConfig { HedgingPolicy = Hedging(delay) }
            : new MethodConfig { RetryPolicy = Retry(options.Attempts) };
        foreach (var method in Unary)
        {
            methods.Names.Add(new() { Service = Service, Method = method });
        }

        return methods;
    }

    private static RetryPolicy Retry(int attempts)
    {
        var policy = new RetryPolicy
        {
            MaxAttempts = attempts,
            InitialBackoff = TimeSpan.FromMilliseconds(100),
            MaxBackoff = TimeSpan.FromSeconds(2),
            BackoffMultiplier = 3,
        };
        Array.ForEach(Passing, policy.RetryableStatusCodes.Add);
        return policy;
    }

    private static HedgingPolicy Hedging(TimeSpan delay)
    {
        var policy = new HedgingPolicy { MaxAttempts = 2, HedgingDelay = delay };
        Array.ForEach(Passing, policy.NonFatalStatusCodes.Add);
        return policy;
    }
}
