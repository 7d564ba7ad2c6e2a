using Classifier.Service.Hosting;

namespace Classifier.Service.Tests.Hosting;

public sealed class NearNameTests
{
    private static readonly string[] Known = ["text", "date", "with_text", "GrpcPort", "RestPort"];

    [Theory]
    [InlineData("withText", "with_text")]
    [InlineData("txet", "text")]
    [InlineData("dates", "date")]
    [InlineData("grpc_prot", "GrpcPort")]
    [InlineData("port", null)]
    [InlineData("", null)]
    [InlineData("xyz", null)]
    public void A_name_is_near_where_a_letter_in_three_differs_at_most(string name, string? near) => Assert.Equal(
        near is null ? $"known: {string.Join(", ", Known)}" : $"nearest known: {near}", NearName.Hint(name, Known));

    [Fact]
    public void What_is_longer_than_any_name_is_compared_with_none() =>
        Assert.StartsWith("known: ", NearName.Hint(new('x', 16_000_000), Known), StringComparison.Ordinal);
}
