using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Classifier.Service.Health;

/// <summary>Health as JSON: <c>{"status":"Healthy","bundle":{"state":"serving","model_version":"0.2.0"}}</c>.</summary>
internal static class HealthWriter
{
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var json = new JsonObject { ["status"] = report.Status.ToString() };
        foreach (var (name, entry) in report.Entries)
        {
            var details = new JsonObject { ["state"] = entry.Description };
            foreach (var (key, value) in entry.Data)
            {
                details[key] = value.ToString();
            }

            json[name] = details;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json.ToJsonString());
    }
}
