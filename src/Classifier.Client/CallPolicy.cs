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
        var tries = options.HedgingDelay is null ? options.Attempts : options.Attempts - 1;
        if (tries > 1)
        {
            config.MethodConfigs.Add(Methods(tries));
        }

        return config;
    }

    public static bool IsUnary(Uri call) =>
        Array.Exists(Unary, m => call.AbsolutePath.EndsWith($"/{Service}/{m}", StringComparison.Ordinal));

    /// <summary>The service is away or busy, and may be neither in a moment.</summary>
    public static bool IsPassing(int status) => Passing.Contains((StatusCode)status);

    private static MethodConfig Methods(int tries)
    {
        var methods = new MethodConfig { RetryPolicy = Retry(tries) };
        foreach (var method in Unary)
        {
            methods.Names.Add(new() { Service = Service, Method = method });
        }

        return methods;
    }

    private static RetryPolicy Retry(int tries)
    {
        var policy = new RetryPolicy
        {
            MaxAttempts = tries,
            InitialBackoff = TimeSpan.FromMilliseconds(100),
            MaxBackoff = TimeSpan.FromSeconds(2),
            BackoffMultiplier = 3,
        };
        Array.ForEach(Passing, policy.RetryableStatusCodes.Add);
        return policy;
    }
}
