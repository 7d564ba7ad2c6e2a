using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Classifier.Client.Tests;

/// <summary>
/// The example for Python, made and run as it says, in a locale without UTF-8. Skipped where it can not be.
/// </summary>
public sealed class PythonExampleTests(ServiceProcess service) : IClassFixture<ServiceProcess>, IDisposable
{
    private readonly DirectoryInfo _messages = Directory.CreateTempSubdirectory("classifier-python-");

    [Fact]
    public async Task Every_line_is_answered_in_its_place_those_that_are_no_utf8_too()
    {
        await MakeMessagesAsync();
        byte[] input = [0xff, .. "\nTurkish warplanes bombed the SDF near Kobanî.\r\n\nTurkish "u8, 0xff, (byte)'\n'];
        var outcome = await PythonAsync(
            input, Path.Combine(Command.Root, "examples", "python", "tag.py"), service.Address.Authority);
        Assert.True(outcome!.Exit == 0, outcome.Errors);
        var lines = outcome.Output.TrimEnd().Split('\n').Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(["1", "2", "3", "4"], lines.Select(l => (string?)l["id"]));
        Assert.Equal([null, "en", null, null], lines.Select(l => (string?)l["language"]));
        Assert.Equal("line 1 is no UTF-8", (string?)lines[0]["error"]);
        Assert.Contains("passages[1].text", (string?)lines[2]["error"], StringComparison.Ordinal);
        Assert.Equal("line 4 is no UTF-8", (string?)lines[3]["error"]);
    }

    public void Dispose() => _messages.Delete(true);

    private async Task MakeMessagesAsync()
    {
        var grpc = await PythonAsync([], "-c", "import grpc");
        Assert.SkipUnless(grpc?.Exit == 0, "python3 is not installed, or without grpcio");
        var made = await PythonAsync(
            [],
            "-m", "grpc_tools.protoc", $"-I{Command.Root}protos", $"-I{Command.Root}third_party/googleapis",
            $"--python_out={_messages}", $"--grpc_python_out={_messages}",
            "classifier/v1/passage_tagger.proto", "google/api/annotations.proto", "google/api/http.proto");
        Assert.SkipUnless(made!.Exit == 0, $"no grpcio-tools, or too old ones: {made.Errors}");
        var read = await PythonAsync([], "-c", "import classifier.v1.passage_tagger_pb2_grpc");
        Assert.SkipUnless(read!.Exit == 0, $"grpcio and grpcio-tools do not fit: {read.Errors}");
    }

    private Task<Command.Outcome?> PythonAsync(byte[] input, params string[] arguments)
    {
        var info = new ProcessStartInfo("python3", arguments);
        info.Environment["PYTHONPATH"] = $"{_messages}:{Environment.GetEnvironmentVariable("PYTHONPATH")}";
        info.Environment["LC_ALL"] = "C";
        return Command.TryAsync(info, input);
    }
}
