namespace Classifier.Core.Text;

/// <summary>
/// The tokens of a text written one after the other with single spaces around each (<c>" de ypg zei "</c>), so that
/// word bounds are ordinary characters to n-grams and to the lexicon. Reusable; not thread-safe.
/// </summary>
public sealed class TokenView
{
    private const char Waw = 'و';
    private const char Yeh = 'ی';

    private char[] _chars = new char[512];
    private int[] _starts = new int[128];
    private int _length;
    private int _count;

    /// <summary>The whole buffer, with a space first and last; one space for a text without tokens.</summary>
    public ReadOnlySpan<char> Text => _chars.AsSpan(0, _length);

    /// <summary>Tokens in the view; the same count in every view of a text.</summary>
    public int Count => _count;

    /// <summary>
    /// Token that holds (or, at a space, precedes) the character at a place of <see cref="Text"/>. Costs a search by
    /// halves, which a few places in a text are cheaper with than every character with a number of its own.
    /// </summary>
    public int TokenAt(int position)
    {
        var found = _starts.AsSpan(0, _count).BinarySearch(position);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    /// <summary>Place of a token's first character in <see cref="Text"/>.</summary>
    public int StartOf(int token) => _starts[token];

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> this[int token] => _chars.AsSpan(_starts[token], _starts[token + 1] - 1 - _starts[token]);

    /// <summary>A token with the space before and the space after it.</summary>
    public ReadOnlySpan<char> Bounded(int token) =>
        _chars.AsSpan(_starts[token] - 1, _starts[token + 1] + 1 - _starts[token]);

    /// <summary>Whether the token under way has a character yet.</summary>
    internal bool HasOpenToken => _length > _starts[_count];

    /// <summary>Empties the view.</summary>
    /// <param name="capacity">Characters to be appended at most; <see cref="Append"/> does not look any more.</param>
    internal void Clear(int capacity)
    {
        if (_chars.Length <= capacity)
        {
            _chars = new char[Math.Max(capacity + 1, _chars.Length * 2)];
        }

        (_chars[0], _starts[0]) = (' ', 1);
        (_length, _count) = (1, 0);
    }

    /// <summary>The part of the buffer that <see cref="Append"/> writes to next.</summary>
    internal Span<char> Free => _chars.AsSpan(_length);

    /// <summary>Counts in characters that were written to <see cref="Free"/>.</summary>
    internal void Take(int count) => _length += count;

    internal void Append(char c) => _chars[_length++] = c;

    internal void EndToken()
    {
        Append(' ');
        if (++_count == _starts.Length)
        {
            Array.Resize(ref _starts, _count * 2);
        }

        _starts[_count] = _length;
    }

    /// <summary>
    /// Writes another view's tokens with each letter replaced, or left out where the table says so; of several waws or
    /// yehs in a row one.
    /// </summary>
    /// <param name="from">The other view.</param>
    /// <param name="letters">A letter for every UTF-16 unit; spaces must stay.</param>
    internal void Write(TokenView from, char[] letters)
    {
        Clear(from._length);
        foreach (var c in from.Text[1..])
        {
            var letter = letters[c];
            if (letter == ' ')
            {
                EndToken();
            }
            else if (letter != Letters.Dropped && !(letter == _chars[_length - 1] && letter is Waw or Yeh))
            {
                Append(letter);
            }
        }
    }
}
