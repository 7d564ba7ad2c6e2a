using Classifier.Core;
using Classifier.Service.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Classifier.Service.Tests.Models;

public sealed class BundleWatcherTests : IAsyncDisposable
{
    private readonly BundleFolder _bundles = new();
    private readonly RunningService _service;
    private readonly BundleWatcher _watcher;
    private readonly List<string> _opened = [];

    /// <summary>What opening a version ends with.</summary>
    private readonly Dictionary<string, Exception> _failures = [];

    public BundleWatcherTests(RunningService ready)
    {
        Write("1", "a");
        _bundles.Point("1");
        _service = RunningService.WithoutModels(
            services => services.Replace(ServiceDescriptor.Singleton<BundleOpener>(folder =>
            {
                _opened.Add(Path.GetFileName(folder));
                return _failures.TryGetValue(_opened[^1], out var failure) ? throw failure : ready.Models.Current;
            })),
            _bundles.Setting);
        _watcher = ActivatorUtilities.CreateInstance<BundleWatcher>(_service.Services);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_first_loading_it_waits()
    {
        Assert.Equal((false, false), (await LookAsync(), await LookAsync()));
        Assert.Empty(_opened);
    }

    [Fact]
    public async Task What_stays_as_it_is_is_not_loaded_again()
    {
        await LoadAsync();
        Assert.Equal((false, false), (await LookAsync(), await LookAsync()));
        Assert.Equal(["1"], _opened);
    }

    [Fact]
    public async Task A_pointer_that_changed_is_followed_once()
    {
        await LoadAsync();
        Write("2", "b");
        _bundles.Point("2");
        Assert.Equal((false, true, false), (await LookAsync(), await LookAsync(), await LookAsync()));
        Assert.Equal(["1", "2"], _opened);
    }

    [Fact]
    public async Task Files_that_still_arrive_are_waited_for()
    {
        await LoadAsync();
        Write("1", "ab");
        Assert.False(await LookAsync());
        Write("1", "abc");
        Assert.Equal((false, true), (await LookAsync(), await LookAsync()));
    }

    [Fact]
    public async Task A_new_challenger_is_loaded()
    {
        await LoadAsync();
        _bundles.Challenge("next", "1");
        Assert.Equal((false, true), (await LookAsync(), await LookAsync()));
        Assert.Equal(["next"], _service.Models.Served!.Challengers.Keys);
    }

    [Fact]
    public async Task A_bundle_that_is_gone_is_tried_once_and_told()
    {
        await LoadAsync();
        _bundles.Point("3");
        Assert.Equal((false, true, false), (await LookAsync(), await LookAsync(), await LookAsync()));
        Assert.True(_service.Models.IsReady);
    }

    [Fact]
    public async Task A_bundle_that_could_not_be_read_is_tried_again_at_each_look_until_it_can()
    {
        await LoadAsync();
        _failures["2"] = new IOException("Too many open files");
        Write("2", "b");
        _bundles.Challenge("next", "2");
        Assert.Equal((false, true, true), (await LookAsync(), await LookAsync(), await LookAsync()));
        Assert.Empty(_service.Models.Served!.Challengers);
        Assert.Equal("next", Assert.Single(_service.Models.Problems).Alias);
        _failures.Clear();
        Assert.Equal((true, false), (await LookAsync(), await LookAsync()));
        Assert.Equal(["next"], _service.Models.Served!.Challengers.Keys);
        Assert.Empty(_service.Models.Problems);
    }

    [Fact]
    public async Task What_is_served_or_broken_is_not_opened_beside_what_is_tried_again()
    {
        await LoadAsync();
        _failures["2"] = new ClassifierException(ErrorKind.FailedPrecondition, "BUNDLE_INVALID", "broken");
        _failures["3"] = new UnauthorizedAccessException("denied");
        Write("2", "b");
        Write("3", "c");
        _bundles.Challenge("broken", "2");
        _bundles.Challenge("denied", "3");
        Assert.Equal((false, true, true), (await LookAsync(), await LookAsync(), await LookAsync()));
        Assert.Equal(["1", "1", "2", "3", "3"], _opened);
        Assert.Equal(["broken", "denied"], _service.Models.Problems.Select(p => p.Alias));
        Assert.Equal("BUNDLE_UNREADABLE", _service.Models.Problems[1].Reason);
    }

    [Fact]
    public async Task A_change_is_waited_for_as_ever_while_a_bundle_cannot_be_read()
    {
        await LoadAsync();
        _failures["2"] = new IOException("Stale file handle");
        Write("2", "b");
        _bundles.Point("2");
        Assert.Equal((false, true), (await LookAsync(), await LookAsync()));
        _bundles.Point("1");
        Assert.Equal((false, true, false), (await LookAsync(), await LookAsync(), await LookAsync()));
        Assert.Equal(["1", "2", "1"], _opened);
    }

    public async ValueTask DisposeAsync()
    {
        _watcher.Dispose();
        await _service.DisposeAsync();
        _bundles.Dispose();
    }

    private Task LoadAsync() => _service.Services.GetRequiredService<ModelReloader>().ReloadAsync(Cancel);

    private Task<bool> LookAsync() => _watcher.LookAsync(Cancel);

    private void Write(string version, string content)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_bundles.Folder, version)).FullName;
        File.WriteAllText(Path.Combine(folder, "file"), content);
    }
}
