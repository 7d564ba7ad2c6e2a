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

    [Fact]
    public void A_lesson_has_a_row_s_labels_and_the_cues_of_those()
    {
        var row = new CorpusRow { Id = "a", Lang = "en", Text = "", Events = ["y"] };
        var family = LabelFamily.Of(["x", "y"], r => r.Events);
        var lesson = family.LessonOf(row, [("y", [4, 7]), ("x", [2]), ("other", [1])]);
        Assert.Equal([0, 1], lesson.Labels);
        var (label, words) = Assert.Single(lesson.Cues);
        Assert.Equal(1, label);
        Assert.Equal([4, 7], words);
    }
}
