using Classifier.Core;
using Classifier.Service.Hosting;
using Classifier.Service.Overload;
using Classifier.Service.Telemetry;

namespace Classifier.Service.Errors;

/// <summary>What doors say, and count.</summary>
internal sealed class CallRefusal(ServiceMetrics metrics)
{
    private readonly (string Reason, PreparedRefusal Refusal) _overloaded = Prepared(WorkLimit.Overloaded());
    private readonly (string Reason, PreparedRefusal Refusal) _draining = Prepared(Drain.Draining());
    private readonly (string Reason, PreparedRefusal Refusal) _charset = Prepared(KnownCharset.Unknown());

    public Task OverloadedAsync(HttpContext context) => WriteAsync(_overloaded, context);

    public Task DrainingAsync(HttpContext context) => WriteAsync(_draining, context);

    public Task CharsetUnknownAsync(HttpContext context) => WriteAsync(_charset, context);

    /// <summary>What is told of one call, and can't be made once for all.</summary>
    public Task WriteAsync(ClassifierException error, HttpContext context) => WriteAsync(Prepared(error), context);

    /// <summary>For what is called over REST, whatever the content says that it is.</summary>
    public Task WriteJsonAsync(ClassifierException error, HttpResponse response) =>
        WriteJsonAsync(Prepared(error), response);

    /// <summary>For what was prepared, to be told often.</summary>
    public Task WriteJsonAsync((string Reason, PreparedRefusal Refusal) prepared, HttpResponse response)
    {
        metrics.Refused(prepared.Reason);
        return prepared.Refusal.WriteJsonAsync(response);
    }

    public static (string Reason, PreparedRefusal Refusal) Prepared(ClassifierException error) =>
        (error.Reason, PreparedRefusal.Of(error));

    /// <summary>For what has a code over HTTP that no kind of error has.</summary>
    public static (string Reason, PreparedRefusal Refusal) Prepared(ClassifierException error, int http) =>
        (error.Reason, PreparedRefusal.Of(error, http));

    private Task WriteAsync((string Reason, PreparedRefusal Refusal) prepared, HttpContext context)
    {
        metrics.Refused(prepared.Reason);
        return prepared.Refusal.WriteAsync(context);
    }
}
