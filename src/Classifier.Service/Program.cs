using Classifier.Service.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.AddClassifier();
await using var app = builder.Build();
return await app.RunClassifierAsync();
