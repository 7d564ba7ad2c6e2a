using System.Net;
using Classifier.Core;
using Classifier.Core.Models;
using Classifier.Service.Hosting;
using Classifier.Service.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Classifier.Fuzzing;

/// <summary>The service with all that stands before it but the network, called with damaged bodies.</summary>
/// <param name="bundle">Folder of the bundle that answers.</param>
internal abstract class ServiceTarget(string bundle) : IFuzzTarget
{
    private readonly Service _service = new(bundle);

    public abstract string Name { get; }

    public abstract IReadOnlyList<byte[]> Seeds { get; }

    public async Task TryAsync(byte[] input)
    {
        await TryAsync(await _service.ClientAsync(), input);
        _service.CheckLog();
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    protected abstract Task TryAsync(HttpClient client, byte[] input);

    private sealed class Service : IAsyncDisposable
    {
        private readonly LogTrap _log = new();
        private readonly WebApplication _app;
        private HttpClient? _client;

        public Service(string bundle)
        {
            var classifier = new PassageClassifier(ModelBundle.Load(bundle));
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                Args =
                [
                    $"--Classifier:BundlesFolder={Path.GetDirectoryName(bundle)}",
                    $"--Classifier:Bundle={Path.GetFileName(bundle)}", "--Classifier:WatchSeconds=0",
                ],
                ContentRootPath = AppContext.BaseDirectory,
            });
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<BundleOpener>(_ => classifier);
            builder.AddClassifier();
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(BundleLoader)));
            builder.Logging.ClearProviders().AddProvider(_log).SetMinimumLevel(LogLevel.Debug)
                .AddFilter((_, level) => level >= LogLevel.Debug);
            _app = builder.Build();
            _app.Use(CallFromHereAsync);
            _app.MapClassifier();
            _app.Services.GetRequiredService<ModelHolder>().Serve(classifier);
        }

        public async Task<HttpClient> ClientAsync()
        {
            if (_client is null)
            {
                await _app.StartAsync();
                _client = _app.GetTestClient();
            }

            return _client;
        }

        public void CheckLog() => _log.Check();

        public async ValueTask DisposeAsync()
        {
            _client?.Dispose();
            await _app.DisposeAsync();
            _log.Dispose();
        }

        /// <summary>Who administers has to; without a network there is no address.</summary>
        private static Task CallFromHereAsync(HttpContext context, RequestDelegate next)
        {
            context.Connection.RemoteIpAddress = IPAddress.Loopback;
            return next(context);
        }
    }
}
