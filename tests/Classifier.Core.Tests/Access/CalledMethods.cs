using System.Buffers.Binary;
using System.Reflection.Emit;

namespace Classifier.Core.Tests.Access;

/// <summary>Reads what compiled code does.</summary>
internal static class CalledMethods
{
    private const byte TwoBytes = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>
    /// The methods that a method of this type calls, in their order and as often as they stand there; without getters
    /// and conversions.
    /// </summary>
    public static List<string> Of(Type type, string method)
    {
        var body = type.GetMethod(method)!;
        var code = body.GetMethodBody()!.GetILAsByteArray()!;
        var calls = new List<string>();
        for (var at = 0; at < code.Length;)
        {
            var operation = Codes[
                code[at] == TwoBytes ? BinaryPrimitives.ReadInt16BigEndian(code.AsSpan(at)) : code[at]];
            at += operation.Size;
            if (operation.OperandType == OperandType.InlineMethod)
            {
                calls.Add(body.Module.ResolveMethod(BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)))!.Name);
            }

            at += OperandSize(operation.OperandType);
        }

        return calls.FindAll(c => !c.StartsWith("get_", StringComparison.Ordinal) && c != "op_Implicit");
    }

    private static int OperandSize(OperandType type) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => throw new NotSupportedException("Switches have yet to be read."),
        _ => 4,
    };
}
