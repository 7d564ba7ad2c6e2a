using Classifier.Service.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = ServiceArguments.Expand(args),
    ContentRootPath = AppContext.BaseDirectory,
});
builder.AddClassifier();
return await builder.RunClassifierAsync();
