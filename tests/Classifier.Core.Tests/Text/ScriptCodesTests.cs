using Classifier.Core.Text;

namespace Classifier.Core.Tests.Text;

public sealed class ScriptCodesTests
{
    [Theory]
    [InlineData(Script.Latin, "Latn")]
    [InlineData(Script.Arabic, "Arab")]
    [InlineData(Script.Other, "Zyyy")]
    [InlineData(Script.None, "Zyyy")]
    public void Scripts_have_their_iso_codes(Script script, string code) => Assert.Equal(code, ScriptCodes.Of(script));
}
