using Classifier.Benchmarks.Comparison;
using Classifier.Training.Comparison;
using Classifier.Training.Corpus;

namespace Classifier.Benchmarks.Whole;

/// <summary>
/// fastText's <c>predict</c> of one classifier, that of the actors, trained on the same corpus with the settings of the
/// comparison of models. What it takes on an empty file, which is starting and loading, is taken off.
/// </summary>
internal sealed class FastTextPath : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("classifier-");
    private readonly string _program;
    private readonly string _all;
    private readonly string _none;

    public FastTextPath(string program, IReadOnlyList<CorpusRow> rows)
    {
        (_program, _all, _none) =
            (program, Path.Combine(_folder.FullName, "all"), Path.Combine(_folder.FullName, "none"));
        var train = Path.Combine(_folder.FullName, "train");
        File.WriteAllLines(train, rows.Where(r => r.Split == Splits.Train).Select(Labelled));
        File.WriteAllLines(_all, rows.Select(PlainText.Of));
        File.WriteAllText(_none, "");
        Child.Run(program, ["supervised", "-input", train, "-output", Model, .. FastTextContestant.Labels.Split(' ')]);
    }

    private string Model => Path.Combine(_folder.FullName, "model");

    /// <summary>Processor time for all passages.</summary>
    public TimeSpan Time() => Predict(_all) - Predict(_none);

    public void Dispose() => _folder.Delete(recursive: true);

    private TimeSpan Predict(string file) =>
        ChildTime.Of(() => Child.Run(_program, ["predict", $"{Model}.bin", file, "1"]));

    private static string Labelled(CorpusRow row) =>
        string.Join(' ', row.Actors.DefaultIfEmpty("none").Select(a => FastTextContestant.Prefix + a))
            + " " + PlainText.Of(row);
}
