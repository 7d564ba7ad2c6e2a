using System.Reflection;

namespace Classifier.Service.Hosting;

/// <summary>Settings that nobody would look at. Binding refuses them too, and tells of .NET's types.</summary>
internal static class UnknownSettings
{
    /// <summary>One line for each that is set.</summary>
    /// <param name="section">What was set.</param>
    /// <param name="options">What can be.</param>
    public static IEnumerable<string> Failures(IConfigurationSection section, object options)
    {
        string[] known = [.. Names(section.Path, options)];
        return Unknown(section, options).Select(path => $"{path} is no setting; {Hint(path, known)}");
    }

    private static IEnumerable<string> Unknown(IConfigurationSection section, object options) =>
        section.GetChildren().SelectMany(setting => Find(setting.Key, options) switch
        {
            null => [setting.Path],
            { } property when IsSection(property) => Unknown(setting, property.GetValue(options)!),
            _ => [],
        });

    private static PropertyInfo? Find(string name, object options) =>
        Properties(options).FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<PropertyInfo> Properties(object options) => options.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static bool IsSection(PropertyInfo property) =>
        property.PropertyType.IsClass && property.PropertyType != typeof(string);

    private static IEnumerable<string> Names(string path, object options) => Properties(options).SelectMany(
        p => IsSection(p)
            ? Names($"{path}:{p.Name}", p.GetValue(options)!).Prepend($"{path}:{p.Name}")
            : [$"{path}:{p.Name}"]);

    /// <summary>What is near stands in the same section, or in another under the same name.</summary>
    private static string Hint(string path, string[] known)
    {
        var name = NameOf(path);
        var near = NearName.Of(name, [.. known.Select(NameOf)]);
        return near is null
            ? "--help lists all"
            : $"nearest known: {string.Join(", ", known.Where(k => NameOf(k) == near))}";
    }

    private static string NameOf(string path) => path[(path.LastIndexOf(':') + 1)..];
}
