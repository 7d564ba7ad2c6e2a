using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Classifier.Contract;
using Classifier.Core;
using Classifier.Training.Scoring;

namespace Classifier.Training.Tests.Scoring;

public sealed class ResultLineTests
{
    private static readonly ClassifierException Error = new(ErrorKind.InvalidArgument, "TEXT_BAD", "text: is \"bad\"");

    [Theory]
    [InlineData("\"a1\"")]
    [InlineData("17")]
    [InlineData("\"سوریا\"")]
    [InlineData(null)]
    public void A_refusal_is_one_line_with_the_id(string? id)
    {
        var into = new ArrayBufferWriter<byte>();
        ResultLine.WriteError(Row(id), Error, into);
        Assert.Equal(
            $$$"""{"id":{{{id ?? "null"}}},"error":{"code":"INVALID_ARGUMENT","message":"text: is \"bad\"","""
                + "\"reason\":\"TEXT_BAD\"}}"
                + "\n",
            Text(into));
        Assert.Equal(PassageResultFields.Refused, AnswerFields.Of(JsonNode.Parse(Text(into))!));
    }

    [Theory]
    [InlineData(0.987654f, "0.9877")]
    [InlineData(1, "1")]
    [InlineData(0.00004f, "0")]
    public void Numbers_have_four_decimals(float value, string expected)
    {
        var into = new ArrayBufferWriter<byte>();
        ResultLine.Write(Row("1"), into, json => json.WriteScore(value));
        Assert.Equal($"{{\"id\":1,\"score\":{expected}}}\n", Text(into));
    }

    private static ScoreRow Row(string? id)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"id":{{id ?? "null"}},"text":"x"}""");
        return ScoreRow.Parse(new InputLine(json, json.Length), 1000);
    }

    private static string Text(ArrayBufferWriter<byte> written) => Encoding.UTF8.GetString(written.WrittenSpan);
}
