namespace Classifier.Core.Lexicon;

/// <summary>The families of concepts: the first part of a concept's dotted name, and what the family implies.</summary>
public static class Concepts
{
    public const string Actor = "actor.";

    /// <summary>A seat or a leader that stands for the actor: Ankara, the Pentagon.</summary>
    public const string Metonym = "metonym.";

    /// <summary>
    /// Forms that name the actor only in the right company: "US troops", "Kurdish fighters", "the regime".
    /// </summary>
    public const string Member = "member.";
    public const string Loaded = "loaded.";
    public const string Honor = "honor.";
    public const string Event = "event.";

    /// <summary>Verbs of saying; not a family but one concept.</summary>
    public const string Reporting = "reporting";

    private static readonly string[] Families =
    [
        "actor", "metonym", "member", "loaded", "honor", "event", "polarity", "other", "place", "adj", "voice",
        "negation", "reporting", "hedge", "civilians", "forces", "casualties", "decoy",
    ];

    /// <summary>Names that stand for an actor itself and so imply its <c>actor.</c> concept.</summary>
    private static readonly string[] ImpliesActor = [Loaded, Honor];

    /// <summary>Families whose hits can be mentions of an actor.</summary>
    private static readonly string[] Naming = [Actor, Metonym, Member];

    /// <summary>The concept that a hit of this one also counts as, or null.</summary>
    public static string? Implied(string concept)
    {
        var family = Array.Find(ImpliesActor, f => concept.StartsWith(f, StringComparison.Ordinal));
        return family is null ? null : Actor + concept[family.Length..];
    }

    /// <summary>Whether a hit of the concept can be a mention of this actor.</summary>
    public static bool Mentions(string concept, string actor) => Naming.Any(f =>
        concept.Length == f.Length + actor.Length
        && concept.StartsWith(f, StringComparison.Ordinal)
        && concept.EndsWith(actor, StringComparison.Ordinal));

    /// <summary>Whether the concept names an actor, surely or perhaps.</summary>
    public static bool NamesAnActor(string concept) =>
        Naming.Any(f => concept.StartsWith(f, StringComparison.Ordinal));

    internal static string Check(string concept, string where)
    {
        var dot = concept.IndexOf('.', StringComparison.Ordinal);
        var family = dot < 0 ? concept : concept[..dot];
        return Families.Contains(family, StringComparer.Ordinal)
            ? concept
            : throw LexiconReader.Bad(where, $"has concept '{concept}'; families are {string.Join(", ", Families)}");
    }
}
