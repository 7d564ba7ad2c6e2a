using Classifier.Training.Corpus;
using Classifier.Training.Fitting;

namespace Classifier.Training.Tests.Fitting;

public sealed class LabelFamilyTests
{
    [Fact]
    public void Two_families_together_tell_labels_of_one_name_apart()
    {
        var row = new CorpusRow { Id = "a", Lang = "en", Text = "", Actors = ["x"], Events = ["y"] };
        var both = LabelFamily.Of(["w", "x", "y"], r => r.Actors).And(LabelFamily.Of(["x", "y"], r => r.Events));
        Assert.Equal(["w", "x", "y", "x", "y"], both.Labels);
        Assert.Equal([false, true, false, false, true], both.Labels.Select((_, label) => both.Carries(row, label)));
    }
}
