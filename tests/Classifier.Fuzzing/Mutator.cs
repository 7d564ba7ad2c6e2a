using System.Text;

namespace Classifier.Fuzzing;

/// <summary>
/// Damages inputs: bits, bytes, lengths, pieces of other inputs. The same seed gives the same damage.
/// </summary>
internal sealed class Mutator(int seed)
{
    private const int MostSteps = 6;

    /// <summary>Larger inputs only take longer.</summary>
    private const int Longest = 1 << 17;

    /// <summary>Bytes at the edges of what encodings and lengths allow.</summary>
    private static readonly byte[] Edges =
        [0, 1, 0x0A, 0x1A, 0x22, 0x5C, 0x7B, 0x7F, 0x80, 0xC0, 0xD8, 0xDC, 0xED, 0xEF, 0xFE, 0xFF];

    /// <summary>Pieces that split, join, turn around or end texts, JSON and tables.</summary>
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\u200C", "\u200F", "\u202B", "\uFEFF", "\u0301", "\u0640", "İ", "ß", "🙏", "👩‍👧", "🇹🇷", "𝐒𝐃𝐅", "\r\n",
            "\u2028", "\0", "\t", "“", "”", "— (@a) ", "https://t.co/", "#A", "@a", ". ", "Dr. ", "هێزەکانی ",
            "ه\u200C", "\\u0000", "\\ud83d", "\"", "{}", "[]",
            "null", "-1", "1e999", "99999999999999999999", "2026-02-31", "*", "[[[[[[[[", "{\"a\":{\"a\":{\"a\":",
        }.Select(Encoding.UTF8.GetBytes),
        [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F],
        [0xFF, 0xFF, 0xFF, 0x7F], [0x3D, 0xD8], [0x0F, 0xDE], [0, 0, 0x80, 0x7F], [0, 0, 0xC0, 0x7F],
    ];

    private readonly Random _random = new(seed);

    public byte[] Next(IReadOnlyList<byte[]> seeds)
    {
        var bytes = new List<byte>(seeds[_random.Next(seeds.Count)]);
        for (var steps = _random.Next(1, MostSteps + 1); steps > 0; steps--)
        {
            Damage(bytes, seeds);
        }

        return [.. bytes.Take(Longest)];
    }

    private void Damage(List<byte> bytes, IReadOnlyList<byte[]> seeds)
    {
        var at = _random.Next(bytes.Count + 1);
        var run = Math.Min(_random.Next(1, 33), bytes.Count - at);
        switch (_random.Next(9))
        {
            case 0 when run > 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when run > 0:
                bytes[at] = Edges[_random.Next(Edges.Length)];
                break;
            case 2 when run > 0:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 3:
                bytes.RemoveRange(at, run);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, run));
                break;
            case 5 when _random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6:
                bytes.InsertRange(at, Part(seeds[_random.Next(seeds.Count)]));
                break;
            case 7 when _random.Next(8) == 0:
                bytes.InsertRange(
                    at,
                    Enumerable.Repeat(Pieces[_random.Next(Pieces.Length)], _random.Next(1, 500)).SelectMany(p => p));
                break;
            default:
                bytes.InsertRange(at, Pieces[_random.Next(Pieces.Length)]);
                break;
        }
    }

    private byte[] Part(byte[] other)
    {
        var begin = _random.Next(other.Length + 1);
        return other[begin..Math.Min(other.Length, begin + _random.Next(200))];
    }
}
