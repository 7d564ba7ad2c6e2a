using Classifier.Core.Tests.Samples;

namespace Classifier.Core.Tests;

/// <summary>What the path costs the garbage collector, which no busy machine changes: nothing but the answer.</summary>
public sealed class AllocationTests(SharedBundle shared)
{
    /// <summary>Bytes of an answer without tags: itself, the language with all its tags, two lists.</summary>
    private const long Answer = 424;

    private const long Actor = 88;

    private const long Event = 64;

    /// <summary>Three spans with their weights at most.</summary>
    private const long Evidence = 64;

    /// <summary>
    /// Tests run side by side and share the buffers of calls, so that one may be given some that have yet to grow. What
    /// a passage itself allocates, it allocates every time.
    /// </summary>
    private const int Times = 5;

    [Fact]
    public void A_passage_allocates_its_answer_and_no_more() => AssertLean(default, _ => 0);

    [Fact]
    public void Evidence_allocates_for_the_tags_that_have_it() => AssertLean(
        new(WithEvidence: true),
        tags => Evidence * (1 + (2 * tags.Actors.Count) + tags.Events.Count) + (Actor * tags.Actors.Count));

    [Fact]
    public void Long_passages_allocate_no_more_than_short_ones()
    {
        var text = string.Join(' ', Enumerable.Repeat(Passages.All[0].Text, 20));
        shared.Classifier.Tag(text, default);
        var bytes = Allocated(text, default, out var tags);
        Assert.InRange(bytes, 1, Allowed(tags));
    }

    private void AssertLean(TagOptions options, Func<PassageTags, long> beside)
    {
        foreach (var (_, text) in Passages.All)
        {
            shared.Classifier.Tag(text, options);
        }

        foreach (var (_, text) in Passages.All)
        {
            var bytes = Allocated(text, options, out var tags);
            Assert.InRange(bytes, 1, Allowed(tags) + beside(tags));
        }
    }

    /// <summary>The least of several times.</summary>
    private long Allocated(string text, TagOptions options, out PassageTags tags)
    {
        (var least, tags) = (long.MaxValue, shared.Classifier.Tag(text, options));
        for (var time = 0; time < Times; time++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            tags = shared.Classifier.Tag(text, options);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static long Allowed(PassageTags tags) => Answer + (Actor * tags.Actors.Count) + (Event * tags.Events.Count);
}
