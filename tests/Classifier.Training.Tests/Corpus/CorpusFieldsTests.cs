using System.Text.Json;
using Classifier.Core;
using Classifier.Training.Corpus;

namespace Classifier.Training.Tests.Corpus;

public sealed class CorpusFieldsTests
{
    /// <summary>A field that rows gain is known here as well, or every row that has it would be a finding.</summary>
    [Fact]
    public void They_are_what_a_row_is_read_from() => Assert.Equal(
        typeof(CorpusRow).GetProperties().Where(p => p.CanWrite)
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(),
        CorpusFields.All.Names.Order());

    [Fact]
    public void A_row_as_it_is_written_has_no_problem() =>
        Assert.Null(CorpusFields.All.Problem(JsonSerializer.Serialize(Rows.Good, CoreJson.Lines)));

    [Theory]
    [InlineData("""{"id":"a","ID":"b"}""", "field 'id' stands 2 times, and only the last would count")]
    [InlineData("""{"note":1,"note":2}""", "field 'note' is unknown; known are id, lang, text, date, genre, ")]
    [InlineData("""{"Evnts":[]}""", "field 'Evnts' is unknown; known are id, lang, text, date, genre, actors, events,")]
    public void What_would_be_lost_is_told(string line, string finding) => Assert.StartsWith(
        finding, Assert.Single(CorpusFields.All.Losses(line, [])), StringComparison.Ordinal);

    [Fact]
    public void Fields_that_nobody_reads_may_stand_twice_in_a_row_that_is_read()
    {
        Assert.Null(CorpusFields.All.Gap("""{"note":1,"NOTE":2}""", []));
        Assert.Equal("field 'id' stands 2 times, and only the last would count",
            CorpusFields.All.Gap("""{"id":"a","ID":"b"}""", []));
    }

    [Fact]
    public void Capitals_make_no_difference() =>
        Assert.Empty(CorpusFields.All.Losses("""{"Actors":[],"EVENTS":[],"stance":{}}""", CorpusFields.Labels));

    [Fact]
    public void Labels_that_are_left_out_are_told_each() => Assert.Equal(
        ["field 'actors' is missing; write it empty where there is none",
            "field 'stance' is missing; write it empty where there is none"],
        CorpusFields.All.Losses("""{"events":[]}""", CorpusFields.Labels));
}
