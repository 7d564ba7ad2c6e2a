using Classifier.Service.Hosting;
using Classifier.Service.Models;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Tests.Hosting;

public sealed class SystemdNoticesTests(RunningService ready)
{
    private readonly Notes _notes = new();
    private readonly ModelHolder _models = new();

    [Fact]
    public async Task Ready_waits_for_models_and_the_rest_does_not()
    {
        var notices = Notices(new());
        var told = notices.NotifyReadyAsync();
        notices.Notify(new("RELOADING=1"));
        Assert.Equal(["RELOADING=1"], _notes.States);
        _models.Serve(ready.Models.Current);
        await told;
        Assert.Equal(["RELOADING=1", "READY=1"], _notes.States);
    }

    [Fact]
    public async Task Without_models_it_is_never_told()
    {
        _models.Fail("nothing there");
        await Notices(new()).NotifyReadyAsync();
        Assert.Empty(_notes.States);
    }

    [Fact]
    public void A_stop_asks_for_all_the_time_that_it_may_take()
    {
        Notices(new() { DrainNoticeSeconds = 300, DrainSeconds = 3600 }).Notify(ServiceState.Stopping);
        Assert.Equal(["STOPPING=1", "EXTEND_TIMEOUT_USEC=3910500000"], _notes.States);
    }

    private SystemdNotices Notices(ServiceOptions options) => new(_notes, _models, Options.Create(options));

    private sealed class Notes : ISystemdNotifier
    {
        public List<string> States { get; } = [];

        public bool IsEnabled => true;

        public void Notify(ServiceState state) => States.Add($"{state}");
    }
}
