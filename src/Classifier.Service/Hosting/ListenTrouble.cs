using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Classifier.Service.Hosting;

/// <summary>Why a port can't be opened, by the setting that says which; the server's own words name none.</summary>
internal static class ListenTrouble
{
    /// <summary>Null for any other trouble.</summary>
    public static string? Of(Exception error, ServiceOptions options) => error switch
    {
        IOException { InnerException: AddressInUseException } => InUse(error.Message, options),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            $"{Name(nameof(options.Address))} is \"{options.Address}\"; allowed is an address of this machine",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"{Name(nameof(options.GrpcPort))} is {options.GrpcPort} and {Name(nameof(options.RestPort))} "
                + $"{options.RestPort}; allowed are ports that this user may open, mostly 1024 and above",
        _ => null,
    };

    /// <summary>The message has the address, and is all that does.</summary>
    private static string InUse(string message, ServiceOptions options)
    {
        var (name, port) = message.Contains($":{options.RestPort}:", StringComparison.Ordinal)
            ? (nameof(options.RestPort), options.RestPort)
            : (nameof(options.GrpcPort), options.GrpcPort);
        return $"{Name(name)} is {port}, where another program listens on {options.Address}; stop that one, or set a "
            + "port that is free (0 takes any)";
    }

    private static string Name(string option) => $"{ServiceOptions.Section}:{option}";
}
