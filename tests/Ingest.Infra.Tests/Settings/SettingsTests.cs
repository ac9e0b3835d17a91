using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Api.Hosting;
using Ingest.Infra.Tests.Bicep;
using Ingest.Infra.Tests.Functions;
using Ingest.Testing;

namespace Ingest.Infra.Tests.Settings;

/// <summary>The options classes, the table of docs/operations.md, local.settings.sample.json and the app settings of the Bicep, against each other.</summary>
public sealed partial class SettingsTests(Compiler compiler)
{
    static readonly IReadOnlyDictionary<string, string> Documented = Setting.Documented.ToDictionary(each => each.Name, each => each.Default, StringComparer.Ordinal);

    static readonly IReadOnlyDictionary<string, string> Sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json"))).RootElement
        .GetProperty("Values").EnumerateObject().ToDictionary(each => Colons(each.Name), each => each.Value.GetString()!, StringComparer.Ordinal);

    [Fact]
    public void Every_option_is_documented_with_the_default_that_the_code_has()
    {
        foreach (var setting in Setting.InCode)
            Assert.Equal(setting, new Setting(setting.Name, Documented.GetValueOrDefault(setting.Name, "not documented")));
    }

    [Fact]
    public void Nothing_is_documented_that_the_code_does_not_have()
    {
        var known = Setting.InCode.Select(each => each.Name).Append(CrossOrigin.Section).ToHashSet();
        Assert.DoesNotContain(Documented.Keys, name => name.StartsWith("Ingest:", StringComparison.Ordinal) && !known.Contains(name));
    }

    [Fact]
    public void The_sample_sets_what_is_documented_to_what_is_the_default()
    {
        foreach (var (name, value) in Sample)
        {
            Assert.Contains(name, Documented.Keys);
            if (Documented[name] != "none") Assert.Equal(Documented[name], $"`{value}`");
        }
    }

    [Fact]
    public void The_Bicep_sets_only_what_is_documented_and_what_can_be_set_has_the_same_default_there()
    {
        var set = Bicep();
        Assert.Empty(set.Keys.Select(Base).Except(Documented.Keys));
        Assert.Equal(Documented["SweepSchedule"], $"`{Parameter("sweepSchedule").GetString()}`");
        Assert.Equal(Documented["Ingest:MaxArticleBytes"], $"`{Parameter("maxArticleBytes").GetInt32()}`");
        Assert.Equal(Documented["AzureWebJobsDisableHomepage"], $"`{set["AzureWebJobsDisableHomepage"]}`");

        JsonElement Parameter(string name) => compiler.Template("main.bicep").GetProperty("parameters").GetProperty(name).GetProperty("defaultValue");
    }

    [Fact]
    public void What_the_functions_cannot_do_without_is_set_in_both()
    {
        var needed = Placeholder().Matches(HttpFunction.Source).Select(match => Colons(match.Groups["name"].Value)).Append("AzureWebJobsStorage").Append("AzureWebJobsDisableHomepage").ToList();
        Assert.Contains("SweepSchedule", needed);
        Assert.Empty(needed.Except(Sample.Keys));
        Assert.Empty(needed.Except(Bicep().Keys.Select(Base)));
    }

    [Fact]
    public void Flex_Consumption_is_not_given_settings_that_its_plan_has()
    {
        string[] refused = ["FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENTSHARE", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING"];
        Assert.Empty(Bicep().Keys.Intersect(refused));
    }

    Dictionary<string, string> Bicep() => Resource.In(compiler.Template("main.bicep"))
        .Single(each => each.Type == "Microsoft.Web/sites/config").Properties.EnumerateObject().ToDictionary(each => Colons(each.Name), each => each.Value.GetString()!, StringComparer.Ordinal);

    static string Colons(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    // A connection is documented once for all its parts.
    static string Base(string name) => name.StartsWith("AzureWebJobsStorage:", StringComparison.Ordinal) ? "AzureWebJobsStorage" : name;

    [GeneratedRegex("\"%(?<name>[A-Za-z_]+)%\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Placeholder();
}
