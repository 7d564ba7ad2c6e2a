using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Classifier.Core.Models;

/// <summary>
/// Takes the weights straight out of an ML.NET model file. ML.NET's loader looks through its assemblies for the class
/// of every part and reads weights one by one, which took most of a start; this knows the parts that training writes,
/// and reads each array of weights in one piece.
/// </summary>
/// <remarks>
/// Every part of a model file is a zip entry <c>Model.key</c>: a header (ModelHeader in ML.NET's Microsoft.ML.Core)
/// that tells what the part is, and its data. Where anything is not as expected there is no answer, and ML.NET's own
/// loader is to be asked.
/// </remarks>
internal static class LinearModelZip
{
    private const string Part = "/Model.key";

    /// <summary>
    /// Numbers of parts have three digits; of more, the order of names is not that of parts any more.
    /// </summary>
    private const string Thousandth = "Transform_1000";

    /// <summary>A calibrator that lies inside its model is written once more behind it.</summary>
    private const string Inner = "/Model/Calibrator" + Part;

    /// <summary>
    /// The weights; null where the file holds other parts, or other versions of them, than are known.
    /// </summary>
    public static LinearWeights? TryRead(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var found = new LinearWeights(new List<float[]>(), new List<float>(), new List<Calibration>());
        var parts = zip.Entries.Where(e => e.FullName.EndsWith(Part, StringComparison.Ordinal)).ToList();
        return BitConverter.IsLittleEndian
            && !parts.Exists(p => p.FullName.Contains(Thousandth, StringComparison.Ordinal))
            && parts.OrderBy(p => p.FullName, StringComparer.Ordinal).All(p => TryRead(p, found))
            ? found
            : null;
    }

    private static bool TryRead(ZipArchiveEntry entry, LinearWeights into)
    {
        using var data = entry.Open();
        var header = new byte[PartHeader.Length];
        if (data.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return false;
        }

        var part = new PartHeader(header);
        return part.Kind switch
        {
            PartKind.Binary => TryReadBinary(data, part, into),
            PartKind.Classes => TryReadClasses(data, part, into),
            PartKind.Calibrator =>
                entry.FullName.EndsWith(Inner, StringComparison.Ordinal) || TryReadCalibrator(data, part, into),
            PartKind.Frame => true,
            _ => false,
        };
    }

    /// <summary>4, the bias, the number of weights, no list of places, the number again, the weights.</summary>
    private static bool TryReadBinary(Stream data, PartHeader part, LinearWeights into)
    {
        var numbers = Read<int>(data, 5);
        var buckets = numbers[2];
        if (numbers[0] != sizeof(float) || numbers[3] != 0 || numbers[4] != buckets
            || part.Size != sizeof(int) * (5L + buckets))
        {
            return false;
        }

        ((List<float>)into.Bias).Add(BitConverter.Int32BitsToSingle(numbers[1]));
        ((List<float[]>)into.Weights).Add(Read<float>(data, buckets));
        return true;
    }

    /// <summary>
    /// 4, the number of weights, that of classes, the biases, two empty lists, the number of all weights, they.
    /// </summary>
    private static bool TryReadClasses(Stream data, PartHeader part, LinearWeights into)
    {
        var numbers = Read<int>(data, 3);
        var (buckets, classes) = (numbers[1], numbers[2]);
        var all = (long)buckets * classes;
        if (numbers[0] != sizeof(float) || classes < 0 || part.Size != sizeof(int) * (6L + classes + all))
        {
            return false;
        }

        ((List<float>)into.Bias).AddRange(Read<float>(data, classes));
        if (Read<int>(data, 3) is not [0, 0, var count] || count != all)
        {
            return false;
        }

        for (var i = 0; i < classes; i++)
        {
            ((List<float[]>)into.Weights).Add(Read<float>(data, buckets));
        }

        return true;
    }

    /// <summary>Slope and offset.</summary>
    private static bool TryReadCalibrator(Stream data, PartHeader part, LinearWeights into)
    {
        if (part.Size != 2 * sizeof(double))
        {
            return false;
        }

        var numbers = Read<double>(data, 2);
        ((List<Calibration>)into.Calibrations).Add(new(numbers[0], numbers[1]));
        return true;
    }

    private static T[] Read<T>(Stream data, int count)
        where T : unmanaged
    {
        var numbers = GC.AllocateUninitializedArray<T>(count);
        data.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    /// <summary>What a part is, so far as it matters here.</summary>
    private enum PartKind
    {
        Unknown,
        Binary,
        Classes,
        Calibrator,

        /// <summary>Holds other parts, names columns.</summary>
        Frame,
    }

    /// <summary>
    /// Magic, then where the data begins and how long it is at 16, name and version of the part at 64.
    /// </summary>
    private readonly ref struct PartHeader(ReadOnlySpan<byte> bytes)
    {
        public const int Length = 256;

        private readonly ReadOnlySpan<byte> _bytes = bytes;

        public long Size => BinaryPrimitives.ReadInt64LittleEndian(_bytes[24..]);

        public PartKind Kind =>
            IsKnown ? KindOf(_bytes[64..72], BinaryPrimitives.ReadUInt32LittleEndian(_bytes[72..])) : PartKind.Unknown;

        private bool IsKnown =>
            _bytes.StartsWith("ML\0MODEL"u8) && BinaryPrimitives.ReadInt64LittleEndian(_bytes[16..]) == Length;

        private static PartKind KindOf(ReadOnlySpan<byte> name, uint version) => 0 switch
        {
            _ when name.SequenceEqual("LINEAR2C"u8) && version == 0x00020002 => PartKind.Binary,
            _ when name.SequenceEqual("MULTI\0LR"u8) && version == 0x00010003 => PartKind.Classes,
            _ when name.SequenceEqual("PLATTCAL"u8) && version == 0x00010001 => PartKind.Calibrator,
            _ when IsFrame(name) => PartKind.Frame,
            _ => PartKind.Unknown,
        };

        private static bool IsFrame(ReadOnlySpan<byte> name) =>
            name.SequenceEqual("XF\0CHAIN"u8) || name.SequenceEqual("BIN\0PRED"u8) || name.SequenceEqual("MC\0\0PRED"u8)
            || name.SequenceEqual("PMIXCALP"u8) || name.SequenceEqual("CALTRANS"u8)
            || name.SequenceEqual("COPYCOLT"u8) || name.SequenceEqual("CONCAT\0F"u8);
    }
}
