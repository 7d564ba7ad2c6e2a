using System.CommandLine;
using System.Globalization;
using Classifier.Fuzzing;
using Classifier.Training.Commands;

var targets = new Option<string[]>("--target")
{
    Description = "What to feed; everything where it is left out.",
    DefaultValueFactory = _ => [.. FuzzTargets.Names],
};
targets.AcceptOnlyFromAmong([.. FuzzTargets.Names]);
var seconds = new Option<int>("--seconds")
{
    Description = "How long to feed each target, 1 to 86400; all at the same time.",
    DefaultValueFactory = _ => 60,
}.Within(1, 86_400);
var seed = new Option<int>("--seed")
{
    Description = "Where the damage begins; the same seed gives the same inputs.",
    DefaultValueFactory = _ => 1,
}.Within(0, int.MaxValue);
var bundle = new Option<string?>("--bundle")
{
    Description = "Folder of a bundle; the champion where it is left out.",
    HelpName = "DIR"
};
var output = new Option<string>("--out")
{
    Description = "Folder for inputs that were not taken as they should be.",
    HelpName = "DIR",
    DefaultValueFactory = _ => "fuzz-findings",
};
var replay = new Option<string?>("--replay")
{
    Description = "Feed this file alone, as it is, to the target.",
    HelpName = "FILE"
};
var root = new RootCommand(
    "Feeds damaged inputs to everything that takes them from strangers.\n\nExample: fuzz --seconds 600 --seed 7")
{
    targets, seconds, seed, bundle, output, replay,
};
root.SetAction(async parsed =>
{
    if (parsed.GetValue(replay) is { } file)
    {
        return await ReplayAsync(
            parsed.GetValue(targets)!, parsed.GetValue(bundle) ?? Repository.ChampionFolder(), file);
    }

    var end = DateTime.UtcNow.AddSeconds(parsed.GetValue(seconds));
    var folder = parsed.GetValue(bundle) ?? Repository.ChampionFolder();
    var found = await Task.WhenAll(
        parsed.GetValue(targets)!.Select(name => Task.Run(() => FeedAsync(name, folder, parsed.GetValue(seed), end))));
    var findings = found.SelectMany(f => f).ToList();
    foreach (var (name, finding) in findings)
    {
        Directory.CreateDirectory(parsed.GetValue(output)!);
        var path = Path.Combine(parsed.GetValue(output)!, $"{name}-{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(path, finding.Input);
        Console.WriteLine($"{path}: {finding.Problem}");
    }

    return findings.Count == 0 ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();

static async Task<int> ReplayAsync(string[] names, string bundle, string file)
{
    var failed = 0;
    foreach (var name in names)
    {
        await using var target = FuzzTargets.Create(name, bundle);
        var run = new FuzzRun(target, 0);
        var (first, second) =
            (await run.TryAsync(File.ReadAllBytes(file)), await run.TryAsync(File.ReadAllBytes(file)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {first.TotalMilliseconds:F0} ms, then {second.TotalMilliseconds:F0} ms"));
        foreach (var finding in run.Findings)
        {
            Console.WriteLine(finding.Problem);
        }

        failed += run.Findings.Count;
    }

    return failed == 0 ? 0 : 1;
}

static async Task<IEnumerable<(string Name, Finding Finding)>> FeedAsync(
    string name, string bundle, int seed, DateTime end)
{
    await using var target = FuzzTargets.Create(name, bundle);
    var run = new FuzzRun(target, seed);
    await run.RunAsync(() => DateTime.UtcNow > end, TimeSpan.FromSeconds(1));
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-8} {run.Tried,12:N0} inputs, {run.Findings.Count} findings, slowest "
            + $"{run.Slowest.TotalMilliseconds:F0} ms"));
    return run.Findings.Select(f => (name, f));
}
