using Classifier.Service.Hosting;
using Classifier.Service.Models;
using Microsoft.Extensions.Hosting.Systemd;

namespace Classifier.Service.Tests.Hosting;

public sealed class ReadyWithModelsTests(RunningService ready)
{
    private readonly Notes _notes = new();
    private readonly ModelHolder _models = new();

    [Fact]
    public async Task Ready_waits_for_models_and_the_rest_does_not()
    {
        var notifier = new ReadyWithModels(_notes, _models);
        var told = notifier.NotifyReadyAsync();
        notifier.Notify(ServiceState.Stopping);
        Assert.Equal(["STOPPING=1"], _notes.States);
        _models.Serve(ready.Models.Current);
        await told;
        Assert.Equal(["STOPPING=1", "READY=1"], _notes.States);
    }

    [Fact]
    public async Task Without_models_it_is_never_told()
    {
        _models.Fail("nothing there");
        await new ReadyWithModels(_notes, _models).NotifyReadyAsync();
        Assert.Empty(_notes.States);
    }

    private sealed class Notes : ISystemdNotifier
    {
        public List<string> States { get; } = [];

        public bool IsEnabled => true;

        public void Notify(ServiceState state) => States.Add($"{state}");
    }
}
