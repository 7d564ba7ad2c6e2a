using Classifier.Core.Lexicon;
using Classifier.Core.Models;
using Classifier.Core.Text;
using Classifier.Training.Corpus;
using Classifier.Training.Fitting;
using Classifier.Training.LanguageText;
using Classifier.Training.Recipes;
using Classifier.Training.Terminal;
using Microsoft.ML;

namespace Classifier.Training.Bundles;

/// <summary>
/// A recipe in, a bundle out. The same recipe, corpus, lexicon and seed give the same weights (see
/// <see cref="FixedArithmetic"/>); nothing else is read, but for the optional text of the language identifier.
/// </summary>
internal sealed class BundleTrainer(RecipeInputs inputs, IProgressSink progress)
{
    /// <summary>Each has an identifier of its own.</summary>
    private static readonly Script[] Scripts = [Script.Latin, Script.Arabic];

    private readonly Recipe _recipe = inputs.Recipe;
    private readonly MLContext _saver = new(inputs.Recipe.Seed);

    /// <summary>Trains into a folder, which is created.</summary>
    /// <param name="folder">The bundle's folder.</param>
    /// <param name="languageCorpus">
    /// Folder of the identifier's text; null keeps the identifier of <paramref name="previous"/>.
    /// </param>
    /// <param name="previous">A bundle whose identifier may be kept; null if there is none.</param>
    /// <returns>The manifest, with thresholds set on <see cref="Splits.ForThresholds"/>.</returns>
    public BundleManifest Train(string folder, string? languageCorpus, string? previous)
    {
        var (taxonomy, rows) = (inputs.Taxonomy, inputs.Corpus);
        TrainingChecks.Rows(rows);
        TrainingChecks.Stances(rows, taxonomy);
        TrainingChecks.Identifier(languageCorpus, previous);
        var written = rows.Where(r => r.Split == Splits.Train).ToList();
        var text = languageCorpus is null ? null : LanguageText(languageCorpus, written);
        var fitter = FitterOver(folder);
        var fitted = Fit(fitter, step =>
            text is null ? KeepLanguage(previous!, folder, step) : FitLanguage(text, folder, step));
        var manifest = Manifest(folder, fitted, CorpusStamp.Of(written));
        manifest.Write(folder);
        return manifest;
    }

    /// <summary>
    /// The lexicon is read and copied in one go, behind all that takes long before it: what is changed between would
    /// be in one of the two alone.
    /// </summary>
    private TagFitter FitterOver(string folder)
    {
        var (entries, lexicon) = (inputs.Entries, inputs.Lexicon);
        Directory.CreateDirectory(folder);
        CopyInputs(folder);
        var augmented = new Augmenter(_recipe.Augment, entries).AddTo(inputs.Corpus);
        return new(_recipe, inputs.Taxonomy, new(augmented, inputs.Taxonomy, lexicon, _recipe.Features));
    }

    /// <summary>Saves the models, and tells of them and of what they are made of.</summary>
    private BundleManifest Manifest(string folder, Fitted fitted, DataStamp corpus)
    {
        var tags = fitted.Tags;
        var shared = _recipe.SharesActors ? inputs.Taxonomy.ActorIds : null;
        var events = Save(tags.Events, folder, BundleFiles.Events);
        var votes = tags.Events.Votes is { } model
            ? Save(model, tags.Events.Labels, folder, BundleFiles.EventVotes) with { SharedLabels = shared }
            : null;
        return new()
        {
            Version = _recipe.Version,
            TaxonomyVersion = inputs.Taxonomy.Version,
            Features = _recipe.Features,
            Actors = Save(tags.Actors, folder, BundleFiles.Actors).Sealed(),
            Events = (events with { SharedLabels = shared }).Sealed(),
            EventVotes = votes?.Sealed(),
            Stance = Save(fitted.Stance, folder, BundleFiles.Stance).Sealed(),
            Language = fitted.Language,
            LexiconSha256 = BundleFiles.LexiconHash(Path.Combine(folder, BundleFiles.Lexicon)),
            TaxonomySha256 = WeightHash.OfFile(Path.Combine(folder, BundleFiles.Taxonomy)),
            Corpus = corpus,
            Seed = _recipe.Seed,
            RecipeSha256 = WeightHash.OfFile(Path.Combine(folder, BundleFiles.Recipe)),
            Libraries = LibraryVersions.All(),
        };
    }

    /// <summary>All at once: each has stretches that only one core works at.</summary>
    private Fitted Fit(TagFitter fitter, Func<IProgressStep, LanguagePart> fitLanguage)
    {
        var (tags, stance, language) = (default(FittedTags)!, default(FittedFamily)!, default(LanguagePart)!);
        using var step = progress.Begin("fit", fitter.Steps + 1 + Scripts.Length);
        Parallel.Invoke(
            () => tags = fitter.Tags(step.Advance),
            () => language = fitLanguage(step),
            () =>
            {
                stance = fitter.Stance();
                step.Advance();
            });
        return new(tags, stance, language);
    }

    /// <summary>Read and checked before anything is fitted, which takes minutes.</summary>
    private LanguageLessons LanguageText(string corpus, IReadOnlyList<CorpusRow> passages)
    {
        var supplement = _recipe.Language.Supplement.Length > 0 ? inputs.In(_recipe.Language.Supplement) : null;
        var text = LanguageSources.Read(corpus, supplement, passages);
        return new(
            [.. Scripts.Select(script => LanguageTrainer.SourcesOf(text, _recipe.Language, script))],
            supplement is null
                ? HastySpelling.None
                : HastySpelling.Read(Path.Combine(supplement, LanguageSources.HastyFile)),
            LanguageSources.Stamp(text));
    }

    private LanguagePart FitLanguage(LanguageLessons text, string folder, IProgressStep step)
    {
        var parts = new ModelFile[Scripts.Length];
        Parallel.For(0, Scripts.Length, i =>
        {
            var (model, classes) = LanguageTrainer.Fit(text.Sources[i], text.Hasty, Scripts[i], _recipe);
            var file = Scripts[i] == Script.Latin ? BundleFiles.LanguageLatin : BundleFiles.LanguageArabic;
            parts[i] = Save(model, classes, folder, file).Sealed();
            step.Advance();
        });
        return new()
        {
            Spec = _recipe.Language.Features,
            Latin = parts[0],
            Arabic = parts[1],
            Corpus = text.Stamp
        };
    }

    private static LanguagePart KeepLanguage(string previous, string folder, IProgressStep step)
    {
        step.Advance(Scripts.Length);
        var kept = BundleManifest.Read(previous).Language;
        string[] files = Path.GetFullPath(previous) == Path.GetFullPath(folder)
            ? []
            : [kept.Latin.File, kept.Arabic.File];
        foreach (var file in files)
        {
            File.Copy(Path.Combine(previous, file), Path.Combine(folder, file), overwrite: true);
        }

        return kept;
    }

    private ModelFile Save(FittedFamily family, string folder, string file) =>
        Save(family.Model, family.Labels, folder, file) with { Thresholds = family.Thresholds };

    private ModelFile Save(FittedModel fitted, IReadOnlyList<string> labels, string folder, string file)
    {
        var path = Path.Combine(folder, file);
        using var zip = new MemoryStream();
        lock (_saver)
        {
            _saver.Model.Save(fitted.Chain, fitted.Schema, zip);
        }

        SmallestZip.Write(zip, path);

        var weights = WeightHash.Of(MlNetModelReader.Collect(fitted.Chain, file));
        return new() { File = file, Sha256 = WeightHash.OfFile(path), WeightHash = weights, Labels = labels };
    }

    /// <summary>
    /// The bundle carries its own copy of lexicon, taxonomy and recipe, so that later edits cannot change it.
    /// </summary>
    private void CopyInputs(string folder)
    {
        File.Copy(inputs.TaxonomyPath, Path.Combine(folder, BundleFiles.Taxonomy), overwrite: true);
        File.Copy(inputs.Path, Path.Combine(folder, BundleFiles.Recipe), overwrite: true);
        var lexicon = Path.Combine(folder, BundleFiles.Lexicon);
        if (Directory.Exists(lexicon))
        {
            Directory.Delete(lexicon, recursive: true);
        }

        CopyTables(inputs.LexiconPath, lexicon);
        var glossary = Path.Combine(inputs.LexiconPath, GlossaryReader.FolderName);
        if (Directory.Exists(glossary))
        {
            CopyTables(glossary, Path.Combine(lexicon, GlossaryReader.FolderName));
        }
    }

    private static void CopyTables(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from, "*.tsv"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    /// <summary>All that a bundle is made of.</summary>
    private sealed record Fitted(FittedTags Tags, FittedFamily Stance, LanguagePart Language);

    /// <summary>What the identifier learns from: the sources of each script, and what text they are made of.</summary>
    private sealed record LanguageLessons(
        IReadOnlyList<LanguageSource>[] Sources, HastySpelling Hasty, DataStamp Stamp);
}
