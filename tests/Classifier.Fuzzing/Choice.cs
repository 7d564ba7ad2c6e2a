namespace Classifier.Fuzzing;

/// <summary>Inputs whose first byte tells what the rest of them is for, which may come to harm as well.</summary>
internal static class Choice
{
    public static byte[] Join(int choice, byte[] rest) => [(byte)choice, .. rest];

    public static (T Chosen, byte[] Body) Split<T>(byte[] input, IReadOnlyList<T> choices) =>
        input.Length == 0 ? (choices[0], []) : (choices[input[0] % choices.Count], input[1..]);
}
