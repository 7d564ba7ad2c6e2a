using Classifier.Service.Errors;


namespace Classifier.Service.Tests.Errors;

public sealed class PreparedRefusalTests
{
    [Theory]
    [InlineData("not valid here; send x-api-key.", "not valid here; send x-api-key.")]
    [InlineData("100% ê\n", "100%25 %C3%AA%0A")]
    public void Messages_are_escaped_as_grpc_wants_and_no_further(string message, string escaped) =>
        Assert.Equal(escaped, PreparedRefusal.Escaped(message));
}
