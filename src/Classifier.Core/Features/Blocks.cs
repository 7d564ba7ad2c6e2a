namespace Classifier.Core.Features;

/// <summary>Seeds that keep equal strings of different blocks in different buckets. Never renumber.</summary>
internal static class Blocks
{
    public const uint Word = 1;
    public const uint Folded = 2;
    public const uint Bigram = 3;
    public const uint Chars = 4;
    public const uint Subword = 5;
    public const uint Concept = 6;
    public const uint ConceptTwice = 7;
    public const uint ConceptPair = 8;
    public const uint WordConcept = 9;
    public const uint ConceptWord = 10;
    public const uint Cue = 11;
    public const uint ConceptTogether = 12;
    public const uint Sense = 13;
    public const uint StanceConcept = 20;
    public const uint StanceNear = 21;
    public const uint StanceWord = 22;
    public const uint StancePassageWord = 23;
    public const uint StanceOrder = 24;
    public const uint StanceActor = 25;
    public const uint StanceCue = 26;
    public const uint StanceChars = 27;
    public const uint StanceMark = 28;
}
