using System.Text.Json;
using Classifier.Fuzzing;

namespace Classifier.Service.Tests.Fuzzing;

public sealed class ErrorTextsTests
{
    [Theory]
    [InlineData("""{"results":[{"id":"a","error":{"message":"is 'zq~canary'"}}]}""")]
    [InlineData("""{"problems":[{"message":"zq~canary"}]}""")]
    public void Text_in_an_error_is_found(string answer) =>
        Assert.Throws<FindingException>(() => ErrorTexts.CheckItems(Parse(answer)));

    [Fact]
    public void Text_beside_errors_is_the_answer_itself() => ErrorTexts.CheckItems(
        Parse("""{"passages":[{"text":"zq~canary"}],"results":[{"id":"zq~canary","error":{"message":"is empty"}}]}"""));

    [Fact]
    public void Text_in_the_details_of_an_error_is_found() =>
        Assert.Throws<FindingException>(() => ErrorTexts.Check("\n\u0012zq~canary"u8.ToArray()));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
