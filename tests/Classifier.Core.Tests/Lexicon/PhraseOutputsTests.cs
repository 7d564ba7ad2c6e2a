using Classifier.Core.Lexicon;

namespace Classifier.Core.Tests.Lexicon;

public sealed class PhraseOutputsTests
{
    [Fact]
    public void Each_state_has_what_was_added_before_it_ended()
    {
        var outputs = new PhraseOutputs(3, 2);
        outputs.EndState(0);
        outputs.Add(7, 4);
        outputs.Add(8, 4);
        outputs.EndState(1);
        outputs.EndState(2);
        Assert.Equal([(7, 4), (8, 4)], outputs.Of(1).ToArray());
        Assert.Equal([false, true, false], Enumerable.Range(0, 3).Select(outputs.Any));
    }
}
