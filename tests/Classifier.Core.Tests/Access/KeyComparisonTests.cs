using Classifier.Core.Access;

namespace Classifier.Core.Tests.Access;

/// <summary>
/// That no key is told from another by the time that its refusal takes, shown by what is called for it: times vary.
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

    [Fact]
    public void Keys_that_differ_anywhere_are_not_found()
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
        Assert.All(tried.Take(_keys.Count), k => Assert.NotNull(_file.Find($"{k}")));
        Assert.All(tried.Skip(_keys.Count), k => Assert.Null(_file.Find($"{k}")));
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
}
