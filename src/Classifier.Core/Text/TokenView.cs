namespace Classifier.Core.Text;

/// <summary>
/// The tokens of a text written one after the other with single spaces around each (<c>" de ypg zei "</c>), so that
/// word bounds are ordinary characters to n-grams and to the lexicon. Reusable; not thread-safe.
/// </summary>
public sealed class TokenView
{
    private char[] _chars = new char[512];
    private int[] _tokenOf = new int[512];
    private int[] _starts = new int[128];
    private int _length;
    private int _count;

    /// <summary>The whole buffer, with a space first and last; one space for a text without tokens.</summary>
    public ReadOnlySpan<char> Text => _chars.AsSpan(0, _length);

    /// <summary>Tokens in the view; the same count in every view of a text.</summary>
    public int Count => _count;

    /// <summary>Token that holds (or, at a space, precedes) the character at a place of <see cref="Text"/>.</summary>
    public int TokenAt(int position) => _tokenOf[position];

    /// <summary>Place of a token's first character in <see cref="Text"/>.</summary>
    public int StartOf(int token) => _starts[token];

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> this[int token] => _chars.AsSpan(_starts[token], EndOf(token) - _starts[token]);

    /// <summary>A token with the space before and the space after it.</summary>
    public ReadOnlySpan<char> Bounded(int token) =>
        _chars.AsSpan(_starts[token] - 1, EndOf(token) - _starts[token] + 2);

    internal char Last => _chars[_length - 1];

    internal void Clear()
    {
        _length = 0;
        _count = 0;
        Append(' ', 0);
    }

    internal void BeginToken()
    {
        if (_count == _starts.Length)
        {
            Array.Resize(ref _starts, _starts.Length * 2);
        }

        _starts[_count] = _length;
    }

    internal void Append(char c) => Append(c, _count);

    /// <summary>Whether the token under way has a character yet.</summary>
    internal bool HasOpenToken => _length > _starts[_count];

    internal void EndToken()
    {
        Append(' ', _count);
        _count++;
    }

    private int EndOf(int token) => (token + 1 < _count ? _starts[token + 1] : _length) - 1;

    private void Append(char c, int token)
    {
        if (_length == _chars.Length)
        {
            Array.Resize(ref _chars, _length * 2);
            Array.Resize(ref _tokenOf, _length * 2);
        }

        _chars[_length] = c;
        _tokenOf[_length] = token;
        _length++;
    }
}
