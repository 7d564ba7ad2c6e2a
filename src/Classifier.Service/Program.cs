using Classifier.Service.Hosting;

if (ServiceArguments.AsksForHelp(args))
{
    Console.Out.Write(ServiceHelp.Text());
    return 0;
}

var arguments = ServiceArguments.Expand(args);
if (ServiceArguments.Complaint(arguments) is { } complaint)
{
    Console.Error.WriteLine(complaint);
    return 1;
}

return await ServiceRunner.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = arguments,
        ContentRootPath = AppContext.BaseDirectory,
    });
    builder.Configuration.AddVariables(Environment.GetEnvironmentVariables(), arguments);
    builder.OpenEarly();
    builder.AddClassifier();
    return builder;
});
