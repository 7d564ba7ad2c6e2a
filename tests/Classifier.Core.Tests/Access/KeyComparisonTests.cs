using Classifier.Core.Access;

namespace Classifier.Core.Tests.Access;

/// <summary>
/// That no key is told from another by the time that its refusal takes, shown by what is done for it: times vary.
/// </summary>
public sealed class KeyComparisonTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly List<ApiKey> _keys = [];
    private readonly ApiKeyFile _file;

    public KeyComparisonTests()
    {
        File.WriteAllLines(_path, Enumerable.Range(0, 3).Select(i =>
        {
            var (key, record) = ApiKey.Create($"desk{i}", ["tag"], i == 0 ? new(2020, 1, 1) : null);
            _keys.Add(key);
            return record.ToLine();
        }));
        _file = ApiKeyFile.Read(_path);
    }

    /// <summary>Hashing allocates, so that a hash that is left out shows, and one too many as well.</summary>
    [Fact]
    public void Whatever_key_comes_the_same_is_done_for_it()
    {
        var (known, nobody) = (_keys[1], new string('0', 12));
        ApiKey[] tried =
        [
            .. _keys,
            .. Enumerable.Range(0, 64).Select(right => known with { Secret = WrongFrom(right, known.Secret) }),
            known with { Secret = _keys[2].Secret },
            known with { Id = nobody },
            known with { Id = nobody, Secret = WrongFrom(0, known.Secret) },
        ];
        var work = tried.Select(k => Allocated($"{k}")).ToList();
        Assert.Equal([true, true, true], _keys.Select(k => _file.Find($"{k}") is not null));
        Assert.True(work[0] > 0);
        Assert.Equal(work.ConvertAll(_ => work[0]), work);
    }

    [Fact]
    public void A_key_is_looked_up_once_and_compared_once() => Assert.Equal(
        ["Parse", "GetValueOrDefault", "Matches"], CalledMethods.Of(typeof(ApiKeyFile), nameof(ApiKeyFile.Find)));

    [Fact]
    public void Hashes_are_compared_whole_wherever_they_differ() => Assert.Equal(
        ["HashOf", "FixedTimeEquals"], CalledMethods.Of(typeof(ApiKeyRecord), nameof(ApiKeyRecord.Matches)));

    public void Dispose() => File.Delete(_path);

    /// <summary>A secret that differs from so many digits on.</summary>
    private static string WrongFrom(int right, string secret) =>
        string.Concat(secret.Select((c, i) => i < right ? c : c == '0' ? '1' : '0'));

    /// <summary>Bytes that looking for a key allocates; the least of several times.</summary>
    private long Allocated(string key) => Enumerable.Range(0, 10).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _file.Find(key);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
