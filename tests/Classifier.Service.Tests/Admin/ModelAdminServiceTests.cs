using System.Net;
using Classifier.Core;
using Classifier.Service.Admin;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Classifier.Service.Tests.Admin;

/// <summary>Who may reload. What a reload does is tested with the reloader.</summary>
public sealed class ModelAdminServiceTests(RunningService service)
{
    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    [InlineData(null)]
    public async Task Other_machines_are_refused(string? address)
    {
        var error = await Assert.ThrowsAsync<ClassifierException>(() => ReloadFromAsync(address));
        Assert.Equal((ErrorKind.PermissionDenied, "LOOPBACK_ONLY"), (error.Kind, error.Reason));
    }

    private Task ReloadFromAsync(string? address)
    {
        var context = StubCallContext.Running();
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.UserState["__HttpContext"] = http;
        return ActivatorUtilities.CreateInstance<ModelAdminService>(service.Services).Reload(new(), context);
    }
}
