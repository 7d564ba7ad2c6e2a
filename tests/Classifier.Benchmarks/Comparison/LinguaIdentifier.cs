using System.Reflection;
using Lingua;

namespace Classifier.Benchmarks.Comparison;

/// <summary>
/// SearchPioneer.Lingua with all its languages in high accuracy mode; it has no Kurdish. Its models are loaded
/// beforehand, which takes about half a minute and 4 GB.
/// </summary>
internal sealed class LinguaIdentifier : IIdentifier
{
    private readonly LanguageDetector _detector =
        LanguageDetectorBuilder.FromAllLanguages().WithPreloadedLanguageModels().Build();

    public string Version { get; } = "SearchPioneer.Lingua " + typeof(LanguageDetector).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    public long ModelBytes { get; } =
        new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Lingua", "LanguageModels"))
        .EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    public Answers Identify(IReadOnlyList<string> texts, int passes)
    {
        var codes = Enum.GetValues<Language>().ToDictionary(l => l, CodeOf);
        return InProcess.Identify(texts, passes, text => codes[_detector.DetectLanguageOf(text)]);
    }

    private static string CodeOf(Language language) =>
        language == Language.Unknown ? "" : language.IsoCode6391().ToString().ToLowerInvariant();
}
