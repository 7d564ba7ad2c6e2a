using System.Net.Sockets;
using Classifier.Service.Hosting;
using Microsoft.AspNetCore.Connections;

namespace Classifier.Service.Tests.Hosting;

public sealed class ListenTroubleTests
{
    private static readonly ServiceOptions Options = new() { Address = "192.0.2.1", GrpcPort = 80, RestPort = 81 };

    [Theory]
    [InlineData("Failed to bind to address http://192.0.2.1:80: address already in use.", "GrpcPort is 80,")]
    [InlineData("Failed to bind to address http://192.0.2.1:81: address already in use.", "RestPort is 81,")]
    public void A_port_in_use_is_told_by_its_setting(string message, string told) => Assert.StartsWith(
        $"Classifier:{told} where another program listens on 192.0.2.1",
        ListenTrouble.Of(new IOException(message, new AddressInUseException("taken")), Options),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(SocketError.AddressNotAvailable, "Classifier:Address is \"192.0.2.1\"; allowed is an address of this")]
    [InlineData(SocketError.AccessDenied, "Classifier:GrpcPort is 80 and Classifier:RestPort 81; allowed are ports")]
    public void What_may_not_be_opened_is_told_by_its_setting(SocketError error, string told) => Assert.StartsWith(
        told, ListenTrouble.Of(new SocketException((int)error), Options), StringComparison.Ordinal);

    [Fact]
    public void Other_trouble_is_left_to_others()
    {
        Assert.Null(ListenTrouble.Of(new IOException("The disk is full."), Options));
        Assert.Null(ListenTrouble.Of(new SocketException((int)SocketError.HostUnreachable), Options));
    }
}
