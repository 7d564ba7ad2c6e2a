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
var inputs = new Option<long>("--inputs")
{
    Description = "How many inputs to try at most, all targets together; as many as there is time for where left out.",
    DefaultValueFactory = _ => long.MaxValue,
}.Within(1, long.MaxValue);
var bundle = new Option<string?>("--bundle")
{
    Description = "Folder of a bundle; where it is left out, the champion answers and a small one is damaged.",
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
    targets, seconds, inputs, seed, bundle, output, replay,
};
root.SetAction(async parsed =>
{
    using var small = new SmallBundle();
    var given = parsed.GetValue(bundle) is { } path ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) : null;
    IFuzzTarget Create(string name) => FuzzTargets.Create(
        name, given ?? (FuzzTargets.DamagesBundle(name) ? small.Folder : Repository.ChampionFolder()));
    if (parsed.GetValue(replay) is { } file)
    {
        return await ReplayAsync(parsed.GetValue(targets)!, Create, file);
    }

    var time = TimeSpan.FromSeconds(parsed.GetValue(seconds));
    var session = new FuzzSession(Create, parsed.GetValue(seed), time, parsed.GetValue(inputs));
    var runs = await session.FeedAsync(parsed.GetValue(targets)!);
    foreach (var (name, run) in runs)
    {
        await KeepAsync(name, run.Findings, parsed.GetValue(output)!);
    }

    FuzzSummary.Lines(runs).ToList().ForEach(Console.WriteLine);
    return runs.All(r => r.Run.Findings.Count == 0) ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();

static async Task<int> ReplayAsync(string[] names, Func<string, IFuzzTarget> create, string file)
{
    var failed = 0;
    foreach (var name in names)
    {
        await using var target = create(name);
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

static async Task KeepAsync(string name, IEnumerable<Finding> findings, string folder)
{
    foreach (var finding in findings)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{name}-{Guid.NewGuid():N}");
        await File.WriteAllBytesAsync(path, finding.Input);
        Console.WriteLine($"{path}: {finding.Problem}");
    }
}
