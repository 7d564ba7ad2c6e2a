using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Classifier.Service.Hosting;

/// <summary>
/// Refuses values that are no numbers where numbers go, nulls where there is a default, texts where there are sections,
/// and names that there are not, in the words in which numbers out of range are refused; binding them, which comes
/// after this, would tell of .NET's types and not of what is allowed, and take a null for 0. A section that is null,
/// which files don't tell from one with nothing in it, sets nothing.
/// </summary>
/// <param name="configuration">What was set.</param>
/// <param name="validators">Know what is allowed; of a value that never is they say so.</param>
internal sealed class SettingTypes(
    IConfiguration configuration, IEnumerable<IValidateOptions<ServiceOptions>> validators)
    : IConfigureOptions<ServiceOptions>
{
    private const string Allowed = "; allowed is ";

    private readonly IConfigurationSection _section = configuration.GetSection(ServiceOptions.Section);

    /// <exception cref="OptionsValidationException">
    /// Each value of another type with its name and what is allowed, and each setting that there is not.
    /// </exception>
    public void Configure(ServiceOptions options)
    {
        string[] failures = [.. Misfits(), .. UnknownSettings.Failures(_section, options)];
        if (failures.Length > 0)
        {
            throw new OptionsValidationException(ServiceOptions.Section, typeof(ServiceOptions), failures);
        }
    }

    private IEnumerable<string> Misfits()
    {
        var probe = new ServiceOptions();
        var misfits = Misfits(_section, probe).ToList();
        var ranges = misfits.Count == 0
            ? []
            : validators.SelectMany(v => v.Validate(null, probe).Failures ?? []).ToList();
        return misfits.Select(m => $"{m.Setting.Path} is {Told(m)}{Allowed}{RangeOf(m, ranges)}");
    }

    /// <summary>Settings of another type; the probe gets a value in place of each that no range holds.</summary>
    private static IEnumerable<Misfit> Misfits(IConfiguration section, object probe) => probe.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite)
        .SelectMany(p => Misfits(section, probe, p));

    private static IEnumerable<Misfit> Misfits(
        IConfiguration section, object probe, PropertyInfo property)
    {
        var setting = section.GetSection(property.Name);
        switch (property.GetValue(probe))
        {
            case string when IsNull(section, property.Name) || setting.GetChildren().Any():
                return [new(setting, Kind.Text)];
            case null or IEnumerable:
                return [];
            case int or double or bool:
                if (Fits(setting, property.PropertyType) && !IsNull(section, property.Name)
                    && !setting.GetChildren().Any())
                {
                    return [];
                }

                property.SetValue(probe, OutOfRange(property.PropertyType));
                return [new(setting, Kind.Other)];
            case var inner:
                return setting.Value is not null ? [new(setting, Kind.Section)] : Misfits(setting, inner);
        }
    }

    /// <summary>Whether it was set, to null; one that was not set is at its default.</summary>
    private static bool IsNull(IConfiguration section, string name) => section.GetChildren()
        .Any(s => s.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && s.Value is null && !s.GetChildren().Any());

    private static string Told(Misfit misfit) => misfit switch
    {
        { Setting.Value: { } value } => $"\"{value}\"",
        _ when misfit.Setting.GetChildren().Any() => "a list or a section",
        _ => "null",
    };

    private static bool Fits(IConfigurationSection setting, Type type)
    {
        try
        {
            setting.Get(type);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static object OutOfRange(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => int.MinValue,
        TypeCode.Double => double.NaN,
        _ => false,
    };

    /// <summary>Switches have none, and texts are only found where there is a null or a section.</summary>
    private static string RangeOf(Misfit misfit, List<string> failures) => misfit.Kind switch
    {
        Kind.Text => "a text, or nothing of that name for the default",
        Kind.Section => "a section with settings, or nothing of that name for their defaults",
        _ => failures.Find(f => f.StartsWith($"{misfit.Setting.Path} is ", StringComparison.Ordinal))
            ?.Split(Allowed)[1] ?? "true or false",
    };

    private enum Kind
    {
        Text,
        Section,
        Other,
    }

    private sealed record Misfit(IConfigurationSection Setting, Kind Kind);
}
