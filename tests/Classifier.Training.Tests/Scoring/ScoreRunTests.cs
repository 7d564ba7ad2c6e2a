using System.IO.Pipes;
using System.Text;
using System.Text.Json.Nodes;
using Classifier.Core.Language;
using Classifier.Core.Tests.Samples;
using Classifier.Core.Text;
using Classifier.Training.Scoring;
using CsCheck;

namespace Classifier.Training.Tests.Scoring;

public sealed class ScoreRunTests(TinyBundle bundle)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Whatever_comes_in_there_is_one_line_of_json_for_each()
    {
        var pieces = Gen.OneOfConst(
            "{", "}", "\"id\":", "\"text\":", "\"a\"", "5", ",", "[", "]",
            "\\ud83d", "\"", "🔥", "\r", "\n", "null", " ");
        pieces.Array[0, 30].Select(string.Concat).Sample(text =>
        {
            var (lines, counts) = Run(Encoding.UTF8.GetBytes(text));
            var expected = text.Split('\n').Length - (text.EndsWith('\n') || text.Length == 0 ? 1 : 0);
            Assert.Equal((expected, expected), (lines.Count, (int)counts.Lines));
            Assert.Equal(counts.Bad, lines.Count(l => JsonNode.Parse(l)!["error"] is not null));
        });
    }

    [Fact]
    public void Whatever_bytes_come_in_there_is_one_line_of_json_for_each() =>
        Gen.OneOf(Gen.Byte, Gen.OneOfConst([.. "\"{}:,\\\r\n"u8])).Array[0, 300].Sample(bytes =>
        {
            var (lines, counts) = Run(bytes);
            var expected = bytes.Count(b => b == '\n') + (bytes.Length > 0 && bytes[^1] != '\n' ? 1 : 0);
            Assert.Equal((expected, expected), (lines.Count, (int)counts.Lines));
            Assert.All(lines, l => Assert.IsType<JsonObject>(JsonNode.Parse(l)));
        });

    [Theory]
    [MemberData(nameof(Works))]
    public void Rows_of_odd_strings_come_back_in_order_with_their_ids_and_offsets_inside(string work) =>
        Gen.Select(TextGen.Any, TextGen.Any).Array[1, 12].Sample(
            rows =>
            {
                var input = string.Concat(rows.Select(r => Json(r.Item1, r.Item2) + "\n"));
                var (lines, _) = Run(Encoding.UTF8.GetBytes(input), work);
                Assert.Equal(rows.Length, lines.Count);
                Assert.All(rows.Zip(lines, (row, line) => (row, line)), p =>
                {
                    var answer = JsonNode.Parse(p.line)!;
                    Assert.Equal(Whole(p.row.Item1), (string?)answer["id"]);
                    AssertInside(answer, Encoding.UTF8.GetByteCount(Whole(p.row.Item2)));
                });
            },
            iter: 100);

    [Fact]
    public async Task What_has_come_is_answered_though_the_input_is_open()
    {
        var input = new AnonymousPipeServerStream(PipeDirection.Out);
        using var output = new AnonymousPipeServerStream(PipeDirection.In);
        using var from = new AnonymousPipeClientStream(PipeDirection.In, input.ClientSafePipeHandle);
        using var to = new BufferedStream(
            new AnonymousPipeClientStream(PipeDirection.Out, output.ClientSafePipeHandle), 1 << 16);
        var run = Task.Run(() => new ScoreRun(Answerer("score"), new SilentProgress()).Run(from, to), Cancel);
        using var answers = new StreamReader(output);
        try
        {
            for (var i = 0; i < 2; i++)
            {
                input.Write(Encoding.UTF8.GetBytes($$"""{"id":{{i}},"text":"De SDF"}""" + "\n"));
                var answer = await answers.ReadLineAsync(Cancel).AsTask().WaitAsync(Patience, Cancel);
                Assert.Equal(i, (int)JsonNode.Parse(answer!)!["id"]!);
            }
        }
        finally
        {
            // The run, which waits for more, would keep a test that has failed from its end.
            await input.DisposeAsync();
        }

        Assert.Equal(new(2, 0), await run);
    }

    [Fact]
    public void Order_holds_over_many_batches()
    {
        var input = string.Concat(
            Enumerable.Range(0, 5000).Select(i => $$"""{"id":{{i}},"text":"De SDF meldt {{i}}"}""" + "\n"));
        var (lines, counts) = Run(Encoding.UTF8.GetBytes(input));
        Assert.Equal(Enumerable.Range(0, 5000), lines.Select(l => (int)JsonNode.Parse(l)!["id"]!));
        Assert.Equal(new ScoreCounts(5000, 0), counts);
    }

    [Fact]
    public void A_text_gets_the_same_answer_in_every_place()
    {
        const string row = """{"id":"a","text":"De Koerdische strijders van de SDF arresteerden zeven strijders."}""";
        var (lines, _) = Run(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(row + "\n{\n", 300))));
        Assert.Single(lines.Where((_, i) => i % 2 == 0).Distinct());
    }

    [Fact]
    public void A_text_of_the_longest_length_is_scored_and_one_more_is_not()
    {
        var text = new string('x', ScoreRun.MaxText);
        var (lines, counts) =
            Run(Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}""" + "\n" + $$"""{"text":"{{text}}x"}"""));
        Assert.Equal(new ScoreCounts(2, 1), counts);
        Assert.Contains("10001 UTF-16 units; at most 10000", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("xx", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_over_the_limit_is_answered_by_its_length()
    {
        var bytes = new byte[ScoreRun.MaxLine + 1];
        Array.Fill(bytes, (byte)'x');
        var (lines, counts) = Run([.. bytes, .. "\n{\"id\":1,\"text\":\"De SDF meldt\"}"u8]);
        Assert.Equal(new ScoreCounts(2, 1), counts);
        Assert.Contains($"{bytes.Length} bytes; at most {ScoreRun.MaxLine}", lines[0], StringComparison.Ordinal);
    }

    public static TheoryData<string> Works => ["score", "detect"];

    private (List<string> Lines, ScoreCounts Counts) Run(byte[] input, string work = "score")
    {
        var output = new MemoryStream();
        var counts = new ScoreRun(Answerer(work), new SilentProgress()).Run(new MemoryStream(input), output);
        return ([.. Encoding.UTF8.GetString(output.ToArray()).Split('\n').SkipLast(1)], counts);
    }

    private IRowAnswerer Answerer(string work) => work == "score"
        ? new TagAnswerer(bundle.Classifier, withEvidence: true, OffsetUnit.Utf8)
        : new LanguageAnswerer(bundle.Classifier, Languages.Answers, withSpans: true, OffsetUnit.Utf8);

    private static string Json(string id, string text) =>
        new JsonObject { ["id"] = Whole(id), ["text"] = Whole(text) }.ToJsonString();

    /// <summary>Halves of surrogate pairs, which no JSON can hold, come as U+FFFD.</summary>
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static void AssertInside(JsonNode answer, int length)
    {
        foreach (var span in Spans(answer))
        {
            var (start, end) = ((int)span["start"]!, (int)span["end"]!);
            Assert.InRange(start, 0, end - 1);
            Assert.InRange(end, start + 1, length);
        }
    }

    private static IEnumerable<JsonObject> Spans(JsonNode? node) => node switch
    {
        JsonObject span when span.ContainsKey("start") => [span],
        JsonObject fields => fields.SelectMany(f => Spans(f.Value)),
        JsonArray items => items.SelectMany(Spans),
        _ => [],
    };
}
