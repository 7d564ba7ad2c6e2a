using Classifier.Core;
using Classifier.Core.Language;
using Classifier.Core.Text;
using Classifier.Service.Shadow;

namespace Classifier.Service.Tests.Shadow;

public sealed class AgreementTests
{
    [Fact]
    public void Equal_answers_agree_in_all_parts() => Assert.Equal(
        ["language True", "actors True", "events True", "stance True"],
        Compare(Tags("nl", [("sdf", "favor"), ("turkey", "against")], ["detention"]),
            Tags("nl", [("turkey", "against"), ("sdf", "favor")], ["detention"])));

    [Fact]
    public void Each_part_may_differ_by_itself() => Assert.Equal(
        ["language False", "actors False", "events False", "stance False"],
        Compare(Tags("nl", [("sdf", "favor")], []),
            Tags("en", [("sdf", "neutral"), ("turkey", "against")], ["detention"])));

    [Fact]
    public void Without_a_shared_actor_there_is_no_stance_to_compare() => Assert.Equal(
        ["language True", "actors False", "events True"],
        Compare(Tags("nl", [("sdf", "favor")], []), Tags("nl", [("turkey", "favor")], [])));

    private static IEnumerable<string> Compare(PassageTags a, PassageTags b) =>
        Agreement.Of(a, b).Select(p => $"{p.Part} {p.Agrees}");

    private static PassageTags Tags(string language, (string Label, string Stance)[] actors, string[] events) => new(
        new LanguageGuess(language, 1, true, Script.Latin, []),
        [.. actors.Select(a => new ActorTag(a.Label, 1, new(a.Stance, 1)))],
        [.. events.Select(e => new EventTag(e, 1))],
        UntaggedReason.None);
}
