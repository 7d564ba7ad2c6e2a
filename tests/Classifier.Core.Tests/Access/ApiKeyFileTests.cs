using Classifier.Core.Access;

namespace Classifier.Core.Tests.Access;

public sealed class ApiKeyFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void A_key_is_found_by_its_text_and_by_nothing_else()
    {
        var (key, record) = ApiKey.Create("desk", ["tag", "admin"], new(2027, 12, 31));
        var (other, _) = ApiKey.Create("other", ["tag"], null);
        var file = Read("# a comment", "", record.ToLine());
        var found = file.Find($"{key}")!;
        Assert.Equal(("desk", "tag,admin"), (found.Name, string.Join(',', found.Scopes)));
        Assert.Equal(new DateOnly(2027, 12, 31), found.Expires);
        Assert.Null(file.Find($"{other}"));
        Assert.Null(file.Find($"{key with { Secret = other.Secret }}"));
        Assert.Null(file.Find($"{key with { Id = other.Id }}"));
        Assert.Null(file.Find($"{key}\n"));
        Assert.Null(file.Find(""));
    }

    [Fact]
    public void Every_single_changed_digit_is_refused()
    {
        var (key, record) = ApiKey.Create("desk", ["tag"], null);
        var file = Read(record.ToLine());
        Assert.All(Enumerable.Range(0, key.Secret.Length), i =>
        {
            var digit = key.Secret[i] == '0' ? '1' : '0';
            Assert.Null(file.Find($"{key with { Secret = key.Secret[..i] + digit + key.Secret[(i + 1)..] }}"));
        });
    }

    [Fact]
    public void The_file_holds_no_secret_and_equal_secrets_look_different()
    {
        var (key, record) = ApiKey.Create("desk", ["tag"], null);
        Assert.DoesNotContain(key.Secret, record.ToLine(), StringComparison.Ordinal);
        Assert.NotEqual(record.Hash, ApiKeyRecord.HashOf(key.Secret, new byte[16]));
    }

    [Fact]
    public void The_last_day_is_a_good_one()
    {
        var (_, record) = ApiKey.Create("desk", ["tag"], new(2026, 2, 28));
        Assert.False(record.IsExpired(new(2026, 2, 28, 23, 59, 59, TimeSpan.Zero)));
        Assert.True(record.IsExpired(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a\tb")]
    public void Names_are_plain(string name) =>
        Assert.Throws<ClassifierException>(() => ApiKey.Create(name, ["tag"], null));

    [Theory]
    [InlineData(0, "a b", "id or a name")]
    [InlineData(1, "", "id or a name")]
    [InlineData(2, "tag,root", "'root' is no scope")]
    [InlineData(2, "", "There is no scope")]
    [InlineData(3, "31-12-2027", "write it as 2027-12-31")]
    [InlineData(4, "00", "salt that is not 32 hexadecimal digits")]
    [InlineData(5, "xyz", "hash that is not 64 hexadecimal digits")]
    public void Bad_cells_are_named_with_their_line(int cell, string value, string problem)
    {
        var cells = ApiKey.Create("desk", ["tag"], null).Record.ToLine().Split('\t');
        cells[cell] = value;
        var error = Assert.Throws<ClassifierException>(() => Read("# keys", string.Join('\t', cells)));
        Assert.Contains($"{Path.GetFileName(_path)}:2 ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_stand_once()
    {
        var line = ApiKey.Create("desk", ["tag"], null).Record.ToLine();
        Assert.Contains(
            ":2 repeats id",
            Assert.Throws<ClassifierException>(() => Read(line, line)).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_path);

    private ApiKeyFile Read(params string[] lines)
    {
        File.WriteAllLines(_path, lines);
        return ApiKeyFile.Read(_path);
    }
}
