using Classifier.Service.Access;

namespace Classifier.Service.Tests.Access;

public sealed class WatchedFileTests : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly string _path = Path.GetTempFileName();
    private readonly ManualClock _clock = new();
    private readonly ListLogger<WatchedFileTests> _logger = new();
    private int _reads;

    [Fact]
    public void A_change_is_seen_after_the_period_and_not_before()
    {
        var file = Watch("one");
        File.WriteAllText(_path, "two");
        Assert.Equal("one", file.Current);
        _clock.Advance(Period);
        Assert.Equal("two", file.Current);
        Assert.Contains("has changed and was read again", Assert.Single(_logger.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_did_not_change_is_not_read_again()
    {
        var file = Watch("one");
        _clock.Advance(Period);
        Assert.Equal("one", file.Current);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public void What_cannot_be_used_is_told_once_and_the_last_good_value_stays()
    {
        var file = Watch("one");
        File.WriteAllText(_path, "");
        for (var i = 0; i < 3; i++)
        {
            _clock.Advance(Period);
            Assert.Equal("one", file.Current);
        }

        Assert.Contains("can't be used", Assert.Single(_logger.Lines), StringComparison.Ordinal);
        File.WriteAllText(_path, "two");
        _clock.Advance(Period);
        Assert.Equal("two", file.Current);
    }

    [Fact]
    public void A_file_that_went_away_and_came_back_is_read()
    {
        var file = Watch("one");
        File.Delete(_path);
        _clock.Advance(Period);
        Assert.Equal("one", file.Current);
        File.WriteAllText(_path, "two");
        _clock.Advance(Period);
        Assert.Equal("two", file.Current);
    }

    [Fact]
    public void A_file_that_is_bad_at_first_is_read_anew_by_the_next_that_asks()
    {
        File.WriteAllText(_path, "");
        var file = Watch();
        Assert.Throws<IOException>(() => file.Current);
        File.WriteAllText(_path, "one");
        Assert.Equal("one", file.Current);
    }

    public void Dispose() => File.Delete(_path);

    private WatchedFile<string> Watch(string text)
    {
        File.WriteAllText(_path, text);
        var file = Watch();
        Assert.Equal(text, file.Current);
        return file;
    }

    private WatchedFile<string> Watch() => new([_path], Read, Period, _clock, _logger);

    private string Read()
    {
        _reads++;
        return File.ReadAllText(_path) is { Length: > 0 } text ? text : throw new IOException("It is empty.");
    }
}
