using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Classifier.Core;
using Classifier.Core.Taxonomy;
using Classifier.Training.Corpus;

namespace Classifier.Training.Comparison;

/// <summary>
/// fastText (Bojanowski et al., 2017) with its own features: one-vs-all for actors and events, softmax for stance.
/// Needs its command line, such as Debian's <c>fasttext</c>. The settings are the best by hand on the dev split, of
/// dimension 25 to 100, 10 to 60 epochs, a rate of 0.2 to 1, words 1 to 3, and character n-grams of none, 2 to 5,
/// or 3 to 6.
/// </summary>
internal sealed class FastTextContestant(TaxonomyCatalog taxonomy, string program) : IContestant
{
    private const string Common =
        "-thread 1 -seed 1 -verbose 0 -minCount 2 -dim 50 -minn 3 -maxn 6 -wordNgrams 2 -bucket 200000";
    internal const string Labels = $"{Common} -loss ova -epoch 30 -lr 1.0";
    private const string Classes = $"{Common} -loss softmax -epoch 15 -lr 0.5";
    internal const string Prefix = "__label__";

    public string Name => "fastText";

    public Func<IReadOnlyList<CorpusRow>, IReadOnlyList<Verdict>> Learn(IReadOnlyList<CorpusRow> corpus)
    {
        var train = corpus.Where(r => r.Split == Splits.Train).ToList();
        var dev = Splits.ForThresholds(corpus);
        var actors = Fit(train.Select(r => (r.Actors, PlainText.Of(r))), taxonomy.ActorIds, Labels);
        var events = Fit(train.Select(r => (r.Events, PlainText.Of(r))), taxonomy.EventIds, Labels);
        var stance = Fit(
            PlainText.Pairs(train)
                .Select(p => ((IReadOnlyList<string>)[p.Row.Stance[p.Actor]], PlainText.Of(p.Row, p.Actor))),
            taxonomy.StanceIds,
            Classes);
        var actorCuts =
            ThresholdedLabels.Tuned(taxonomy.ActorIds, dev, actors(dev.Select(PlainText.Of)), r => r.Actors);
        var eventCuts =
            ThresholdedLabels.Tuned(taxonomy.EventIds, dev, events(dev.Select(PlainText.Of)), r => r.Events);
        return rows =>
        {
            var (actorScores, eventScores) = (actors(rows.Select(PlainText.Of)), events(rows.Select(PlainText.Of)));
            var stances = stance(PlainText.Pairs(rows).Select(p => PlainText.Of(p.Row, p.Actor)));
            var pair = 0;
            return [.. rows.Select((row, i) => new Verdict(
                actorCuts.Of(actorScores, i, int.MaxValue),
                eventCuts.Of(eventScores, i, taxonomy.MaxEvents),
                row.Actors.ToDictionary(a => a, _ => Best(stances, pair++), StringComparer.Ordinal)))];
        };
    }

    private string Best(IReadOnlyList<float[]> scores, int row) =>
        taxonomy.StanceIds[Enumerable.Range(0, scores.Count).MaxBy(i => scores[i][row])];

    /// <summary>Trains on labelled lines; the judge gives a probability for each label and line.</summary>
    private Func<IEnumerable<string>, IReadOnlyList<float[]>> Fit(
        IEnumerable<(IReadOnlyList<string> Labels, string Text)> lines, IReadOnlyList<string> labels, string settings)
    {
        using var work = new WorkFolder();
        File.WriteAllLines(work["train.txt"], lines.Where(l => l.Labels.Count > 0 || settings == Labels)
            .Select(l => string.Join(' ', l.Labels.DefaultIfEmpty("none").Select(x => Prefix + x)) + " " + l.Text));
        Run(["supervised", "-input", work["train.txt"], "-output", work["model"], .. settings.Split(' ')]);
        var model = File.ReadAllBytes(work["model.bin"]);
        return texts => Predict(model, [.. texts], labels);
    }

    private float[][] Predict(byte[] model, List<string> texts, IReadOnlyList<string> labels)
    {
        using var work = new WorkFolder();
        File.WriteAllBytes(work["model.bin"], model);
        File.WriteAllLines(work["texts.txt"], texts);
        var scores = labels.Select(_ => new float[texts.Count]).ToArray();
        var row = 0;
        foreach (var line in Run(["predict-prob", work["model.bin"], work["texts.txt"], $"{labels.Count + 1}"]))
        {
            var cells = line.Split(' ');
            for (var i = 0; i + 1 < cells.Length; i += 2)
            {
                var label = labels.TakeWhile(l => cells[i] != Prefix + l).Count();
                if (label < labels.Count)
                {
                    scores[label][row] = float.Parse(cells[i + 1], CultureInfo.InvariantCulture);
                }
            }

            row++;
        }

        return row == texts.Count ? scores : throw Failed($"answered {row} of {texts.Count} lines");
    }

    private List<string> Run(string[] arguments)
    {
        try
        {
            using var process =
                Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var lines = new List<string>();
            while (process.StandardOutput.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            process.WaitForExit();
            return process.ExitCode == 0 ? lines : throw Failed($"ended with status {process.ExitCode}");
        }
        catch (Win32Exception e)
        {
            throw Failed($"cannot be started: {e.Message}");
        }
    }

    private ClassifierException Failed(string how) =>
        new(ErrorKind.FailedPrecondition, "FASTTEXT_FAILED", $"fastText ({program}) {how}.");

    private sealed class WorkFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("classifier-");

        public string this[string name] => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
