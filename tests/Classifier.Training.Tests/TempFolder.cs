namespace Classifier.Training.Tests;

/// <summary>A folder that is gone when the test is.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("classifier-tests-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and gives back its path.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Writes lines, each with its end, and gives back the file's path.</summary>
    public string WriteLines(string name, params IEnumerable<string> lines) =>
        Write(name, string.Concat(lines.Select(l => l + "\n")));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
