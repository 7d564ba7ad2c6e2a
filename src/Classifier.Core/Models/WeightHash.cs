using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Classifier.Core.Models;

/// <summary>
/// SHA-256 over weights, biases and calibrations. Model files themselves may differ with the version of what zips them,
/// so this is what "the same model" means.
/// </summary>
public static class WeightHash
{
    /// <summary>64 lower-case hex digits.</summary>
    public static string Of(LinearWeights model)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var weights in model.Weights)
        {
            Append(hash, weights);
        }

        Append(hash, [.. model.Bias]);
        foreach (var calibration in model.Calibrations)
        {
            Append(hash, BitConverter.DoubleToInt64Bits(calibration.Slope));
            Append(hash, BitConverter.DoubleToInt64Bits(calibration.Offset));
        }

        var own = Convert.ToHexStringLower(hash.GetHashAndReset());
        var whole = model.Hidden is null ? own : Combine([Of(model.Hidden), own]);
        var voted = model.Votes is null ? whole : Combine([whole, Of(model.Votes)]);
        return model.Beside is null ? voted : Combine([Of(model.Beside), voted, nameof(model.Beside)]);
    }

    /// <summary>One hash over several, in the order given.</summary>
    public static string Combine(IEnumerable<string> hashes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes))));

    /// <summary>SHA-256 of a file's bytes.</summary>
    public static string OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            hash.AppendData(MemoryMarshal.AsBytes(values));
            return;
        }

        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }
}
