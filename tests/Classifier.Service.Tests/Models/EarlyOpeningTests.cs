using System.Collections.Concurrent;
using Classifier.Core;
using Classifier.Service.Models;

namespace Classifier.Service.Tests.Models;

public sealed class EarlyOpeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("classifier-").FullName;
    private readonly ConcurrentQueue<string> _opened = [];

    public EarlyOpeningTests() => File.WriteAllText(FileIn(_folder), "one");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_champion_is_opened_once_for_the_first_to_open_it()
    {
        var early = Begin(_folder);
        early.Open(_folder);
        Assert.Equal([_folder], _opened);
        early.Open(_folder);
        Assert.Equal([_folder, _folder], _opened);
    }

    [Fact]
    public async Task It_is_opened_before_anybody_asks()
    {
        var begun = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = new EarlyOpening(new(ModelAlias.Champion, _folder), folder =>
        {
            begun.SetResult(folder);
            return null!;
        });
        Assert.Equal(
            _folder, await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Another_bundle_is_opened_itself()
    {
        var other = Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName;
        Begin(_folder).Open(other);
        Assert.Contains(other, _opened);
    }

    [Fact]
    public void Files_that_changed_meanwhile_are_read_again()
    {
        var early = Begin(_folder);
        File.WriteAllText(FileIn(_folder), "another length");
        early.Open(_folder);
        Assert.True(SpinWait.SpinUntil(() => _opened.Count == 2, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Nothing_is_opened_where_the_pointer_leads_nowhere()
    {
        var early = new EarlyOpening(new(ModelAlias.Champion, null, new IOException("gone")), Open);
        Assert.Empty(_opened);
        early.Open(_folder);
        Assert.Equal([_folder], _opened);
    }

    [Fact]
    public void What_is_wrong_is_told_to_whoever_opens()
    {
        var early = new EarlyOpening(
            new(ModelAlias.Champion, _folder),
            _ => throw new ClassifierException(ErrorKind.FailedPrecondition, "BUNDLE_INVALID", "broken"));
        Assert.Equal("broken", Assert.Throws<ClassifierException>(() => early.Open(_folder)).Message);
    }

    private static string FileIn(string folder) => Path.Combine(folder, "manifest.json");

    private EarlyOpening Begin(string folder) => new(new(ModelAlias.Champion, folder), Open);

    private PassageClassifier Open(string folder)
    {
        _opened.Enqueue(folder);
        return null!;
    }
}
