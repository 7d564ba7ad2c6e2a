using Classifier.Benchmarks.Load.Http2;
using Classifier.Training.Corpus;
using Classifier.V1;
using Google.Protobuf.WellKnownTypes;

namespace Classifier.Benchmarks.Load;

/// <summary>What the calls carry, from all languages of the corpus.</summary>
internal sealed class LoadPassages
{
    public const int PerBatch = 64;

    /// <summary>Passages of a post or of a sentence, in UTF-16 units.</summary>
    public const int LeastShort = 60;

    public const int MostShort = 140;

    private const string Method = "/classifier.v1.PassageTagger/TagPassages";

    /// <summary>How many differ, so that no cache of the processor holds all that they touch.</summary>
    private const int Kinds = 64 * PerBatch;

    public LoadPassages(IReadOnlyList<CorpusRow> rows)
    {
        All = Spread([.. rows.Select(r => r.Text)]);
        Short = Spread([.. rows.Select(r => r.Text).Where(t => t.Length is >= LeastShort and <= MostShort)]);
        ShortCalls = [.. Short.Select(t => Tag([t]))];
        Batches = [.. All.Chunk(PerBatch).Select(Tag)];
        Echoes = [.. Short.Select(t => new CallTemplate(EchoService.Method, new StringValue { Value = t }))];
    }

    /// <summary>Passages as long as those of the corpus.</summary>
    public IReadOnlyList<string> All { get; }

    public IReadOnlyList<string> Short { get; }

    /// <summary>One short passage in each.</summary>
    public IReadOnlyList<CallTemplate> ShortCalls { get; }

    /// <summary><see cref="PerBatch"/> of <see cref="All"/> in each.</summary>
    public IReadOnlyList<CallTemplate> Batches { get; }

    /// <summary>A short passage to be given back.</summary>
    public IReadOnlyList<CallTemplate> Echoes { get; }

    /// <summary>At even distances, since the corpus is in order of language.</summary>
    private static string[] Spread(string[] texts) =>
        [.. Enumerable.Range(0, Kinds).Select(i => texts[(int)((long)i * 7919 * texts.Length / Kinds % texts.Length)])];

    private static CallTemplate Tag(string[] texts) => new(
        Method, new TagPassagesRequest { Passages = { texts.Select(t => new V1.Passage { Text = t }) } });
}
