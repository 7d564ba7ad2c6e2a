using Classifier.Core;
using Classifier.Core.Models;

namespace Classifier.Benchmarks.Comparison;

/// <summary>This project's identifier, as a caller of the library has it.</summary>
internal sealed class OwnIdentifier(PassageClassifier classifier, string bundle) : IIdentifier
{
    public string Version => $"bundle {classifier.Bundle.Manifest.Version}, .NET {Environment.Version}";

    public long ModelBytes => new[] { BundleFiles.LanguageLatin, BundleFiles.LanguageArabic }
        .Sum(f => new FileInfo(Path.Combine(bundle, f)).Length);

    public Answers Identify(IReadOnlyList<string> texts, int passes) =>
        InProcess.Identify(texts, passes, text => classifier.Detect(text).Tag);
}
