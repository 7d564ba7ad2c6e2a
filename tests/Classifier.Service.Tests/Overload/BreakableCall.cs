using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Classifier.Service.Tests.Overload;

/// <summary>Remembers that it was broken off.</summary>
internal sealed class BreakableCall : IHttpRequestLifetimeFeature
{
    public BreakableCall()
        : this(new DefaultHttpContext())
    {
    }

    public BreakableCall(HttpContext context)
    {
        Context = context;
        context.Features.Set<IHttpRequestLifetimeFeature>(this);
    }

    public HttpContext Context { get; }

    public bool IsBroken { get; private set; }

    public CancellationToken RequestAborted { get; set; }

    public void Abort() => IsBroken = true;
}
