using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Classifier.Service.Tests.Access;

public sealed class AccessSetupTests(RunningService service)
{
    [Fact]
    public void No_keys_are_read_or_written_at_the_start() => Assert.DoesNotContain(
        "Microsoft.AspNetCore.DataProtection",
        service.Services.GetServices<IHostedService>().Select(s => s.GetType().Assembly.GetName().Name));
}
