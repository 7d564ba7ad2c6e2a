using Classifier.Core;

namespace Classifier.Service.Shadow;

/// <summary>Whether two models say the same of a passage, part by part.</summary>
internal static class Agreement
{
    /// <summary>Stance is compared where both found the same actor, and only there.</summary>
    public static IEnumerable<(string Part, bool Agrees)> Of(PassageTags champion, PassageTags challenger)
    {
        yield return ("language", champion.Language.Tag == challenger.Language.Tag);
        yield return ("actors", Same(champion.Actors.Select(a => a.Label), challenger.Actors.Select(a => a.Label)));
        yield return ("events", Same(champion.Events.Select(e => e.Label), challenger.Events.Select(e => e.Label)));
        var shared = champion.Actors.Join(
            challenger.Actors, a => a.Label, a => a.Label, (a, b) => a.Stance.Label == b.Stance.Label).ToList();
        if (shared.Count > 0)
        {
            yield return ("stance", shared.TrueForAll(same => same));
        }
    }

    private static bool Same(IEnumerable<string> a, IEnumerable<string> b) => a.ToHashSet().SetEquals(b);
}
