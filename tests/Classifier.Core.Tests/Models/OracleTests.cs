using Classifier.Core.Features;
using Classifier.Core.Language;
using Classifier.Core.Models;
using Classifier.Core.Tests.Samples;
using Classifier.Core.Text;
using Microsoft.ML.Data;

namespace Classifier.Core.Tests.Models;

/// <summary>The compiled models against the ML.NET files they were compiled from, on every sample passage.</summary>
public sealed class OracleTests(SharedBundle shared)
{
    private const float Tolerance = 1e-5f;

    /// <summary>Where words' votes are counted, which are remembered in 16 bits (<see cref="VoteCodes"/>).</summary>
    private const float InCodes = 1e-3f;

    [Fact]
    public void Actor_and_event_probabilities_are_those_of_ml_net()
    {
        Assert.InRange(Passages.All.Count, 100, int.MaxValue);
        var rows = Passages.All.Select(p => Vector(Passage(p.Language, p.Text).Passage)).ToArray();
        var expected = Tags(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            var (language, text) = Passages.All[i];
            var compiled = shared.Classifier.Probabilities(text, Languages.IndexOf(language), null);
            Assert.Equal(expected[i].Length, compiled.Length);
            Assert.All(expected[i].Zip(compiled), p => Assert.Equal(p.First, p.Second, InCodes));
        }
    }

    /// <summary>
    /// Log-odds of the passage as a whole and the mean of its words' votes; of actors, the mean of that and of what
    /// their own models say; and the calibrators over all.
    /// </summary>
    private double[][] Tags(VBuffer<float>[] rows)
    {
        var manifest = shared.Bundle.Manifest;
        var labels = NetworkLabels;
        var odds = Oracle.LogOdds(PathOf(manifest.Events), labels, rows);
        var own = Oracle.LogOdds(PathOf(manifest.Actors), manifest.Actors.Labels, rows);
        var calibrations = MlNetModelReader.Read(PathOf(manifest.Events)).Calibrations;
        var words = Passages.All.Select(p => Words(p.Language, p.Text)).ToArray();
        var votes = Votes([.. words.SelectMany(w => w)]);
        var next = 0;
        return [.. words.Select((spoken, row) =>
        {
            var said = votes[next..(next += spoken.Length)];
            var together = labels.Select((_, l) => odds[row][l] + MeanVote(said, l));
            return together.Select((sum, l) => l < own[row].Length ? (sum + own[row][l]) / 2 : sum)
                .Select((sum, l) => (double)calibrations[l].Probability((float)sum)).ToArray();
        })];
    }

    private string[] NetworkLabels => [.. shared.Bundle.Manifest.Events.AllLabels];

    [Fact]
    public void Votes_of_words_are_those_of_ml_net()
    {
        var tags = shared.Bundle.Tags;
        var words = Passages.All.SelectMany(p => Words(p.Language, p.Text)).ToArray();
        var oracle = Votes(words);
        for (var i = 0; i < words.Length; i += 7)
        {
            var (columns, heard, votes) =
                (new float[tags.Table.Stride], new float[tags.VoteLabels], new float[tags.VoteLabels]);
            tags.Table.AddTo(columns, words[i].GetIndices(), words[i].GetValues());
            tags.Vote(columns.AsSpan(0, tags.Table.Labels), heard, votes);
            Assert.All(
                oracle[i].Zip([.. heard.Select(h => MathF.Log(h)), .. votes]),
                p => Assert.Equal(p.First, p.Second, 1e-4));
        }
    }

    /// <summary>
    /// What ML.NET says of words: how much each label listens to them, and their votes, within their limits.
    /// </summary>
    private float[][] Votes(VBuffer<float>[] words)
    {
        var manifest = shared.Bundle.Manifest;
        return [.. Oracle.Votes(PathOf(manifest.Events), PathOf(manifest.EventVotes!), NetworkLabels, words)
            .Select(said => said.Select((v, i) => Limited(v, i < said.Length / 2)).ToArray())];
    }

    private static float Limited(float said, bool isLoudness)
    {
        var most = isLoudness ? WordVotes.Loudest : WordVotes.MostVote;
        return Math.Clamp(said, -most, most);
    }

    private static double MeanVote(float[][] words, int label) =>
        words.Sum(w => Math.Exp(w[label]) * w[(w.Length / 2) + label]) / words.Sum(w => Math.Exp(w[label]));

    private VBuffer<float>[] Words(string language, string text)
    {
        var scratch = new FeatureScratch();
        TextNormalizer.Normalize(text, scratch.Text);
        return [.. Enumerable.Range(0, scratch.Text.Tokens.Length).Select(token =>
        {
            shared.Bundle.Extractor.ExtractWord(scratch, token, Languages.IndexOf(language));
            return Vector(scratch.Passage);
        })];
    }

    [Fact]
    public void Stances_are_those_of_ml_net()
    {
        var file = shared.Bundle.Manifest.Stance;
        var cases = Passages.All.SelectMany(p => Actors().Select(a => (p.Language, p.Text, Actor: a))).ToArray();
        var oracle = Oracle.Scores(PathOf(file), [.. cases.Select(c => Stance(c.Language, c.Text, c.Actor))]);
        for (var i = 0; i < cases.Length; i++)
        {
            var (language, text, actor) = cases[i];
            var stance = shared.Classifier.StanceToward(text, Languages.IndexOf(language), null, actor);
            Assert.Equal(oracle[i].Max(), stance.Score, Tolerance);
            Assert.Equal(oracle[i].Max(), oracle[i][file.Labels.ToList().IndexOf(stance.Label)], Tolerance);
        }
    }

    [Theory]
    [InlineData(Script.Latin)]
    [InlineData(Script.Arabic)]
    public void Languages_are_those_of_ml_net(Script script)
    {
        var part = shared.Bundle.Manifest.Language;
        var file = script == Script.Arabic ? part.Arabic : part.Latin;
        var texts = Passages.All.Select(p => p.Text).Where(t => shared.Classifier.Detect(t).Script == script).ToArray();
        Assert.InRange(texts.Length, 30, int.MaxValue);
        var oracle = Oracle.Scores(PathOf(file), [.. texts.Select(t => LanguageVector(t, script))]);
        for (var i = 0; i < texts.Length; i++)
        {
            var expected = WithPrior(oracle[i], file.Labels, script);
            var top = shared.Classifier.Detect(texts[i]).Top;
            Assert.All(top.Where(t => Languages.IsTagged(t.Tag)), tag =>
                Assert.Equal(expected[file.Labels.ToList().IndexOf(tag.Tag)], tag.Score, Tolerance));
        }
    }

    /// <summary>ML.NET knows no prior, so its probabilities are weighed here.</summary>
    private float[] WithPrior(float[] probabilities, IReadOnlyList<string> classes, Script script)
    {
        var prior = shared.Bundle.Manifest.Language.Spec.OtherPriorOf(script);
        var weighed = probabilities.Select((p, i) => Languages.IsTagged(classes[i]) ? p : p * prior).ToArray();
        return [.. weighed.Select(p => p / weighed.Sum())];
    }

    private IEnumerable<int> Actors() => Enumerable.Range(0, shared.Bundle.Manifest.Actors.Labels.Count);

    private string PathOf(ModelFile file) => Path.Combine(shared.Folder, file.File);

    private FeatureScratch Passage(string language, string text)
    {
        var scratch = new FeatureScratch();
        shared.Bundle.Extractor.Extract(text, Languages.IndexOf(language), null, scratch);
        return scratch;
    }

    private VBuffer<float> Stance(string language, string text, int actor)
    {
        var scratch = Passage(language, text);
        shared.Bundle.Stances.Extract(scratch, actor);
        return Vector(scratch.Stance);
    }

    private VBuffer<float> Vector(FeatureList features) =>
        Oracle.Vector(features, shared.Bundle.Manifest.Features.Buckets);

    private VBuffer<float> LanguageVector(string text, Script script)
    {
        var spec = shared.Bundle.Manifest.Language.Spec;
        var scratch = new FeatureScratch();
        TextNormalizer.Normalize(text, scratch.Text);
        LanguageFeatures.Extract(scratch.Text, script, spec, 0, scratch.Text.Tokens.Length, scratch.Passage);
        return Oracle.Vector(scratch.Passage, 1 << spec.BitsOf(script));
    }
}
