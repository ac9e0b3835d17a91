namespace Ingest.Infra.Tests.Bicep;

/// <summary>Every file of infra/ by itself.</summary>
public sealed class FileTests
{
    public static TheoryData<string> Templates => [.. Compiler.Files(".bicep")];

    public static TheoryData<string> Parameters => [.. Compiler.Files(".bicepparam")];

    [Theory, MemberData(nameof(Templates))]
    public async Task A_template_builds_and_the_linter_has_nothing_to_say(string file)
    {
        var (_, complaints) = await Compiler.RunAsync("build", file);
        Assert.Equal("", complaints);
    }

    [Theory, MemberData(nameof(Parameters))]
    public async Task A_parameter_file_gives_every_parameter_that_has_no_default_and_none_that_is_unknown(string file)
    {
        var (_, complaints) = await Compiler.RunAsync("build-params", file);
        Assert.Equal("", complaints);
    }

    [Theory, MemberData(nameof(Templates)), MemberData(nameof(Parameters))]
    public async Task A_file_is_formatted(string file)
    {
        var (formatted, _) = await Compiler.RunAsync("format", file);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Compiler.Folder, file), TestContext.Current.CancellationToken), formatted);
    }

    [Fact]
    public async Task Every_parameter_and_output_is_described()
    {
        var template = await Compiler.TemplateAsync("main.bicep");
        foreach (var section in new[] { "parameters", "outputs" })
        {
            foreach (var item in template.GetProperty(section).EnumerateObject())
                Assert.True(item.Value.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("description", out _), $"{section}: {item.Name} is not described");
        }
    }

    [Fact]
    public async Task Every_number_that_can_be_set_has_limits()
    {
        var template = await Compiler.TemplateAsync("main.bicep");
        foreach (var parameter in template.GetProperty("parameters").EnumerateObject().Where(each => each.Value.TryGetProperty("type", out var type) && type.GetString() == "int"))
            Assert.True(parameter.Value.TryGetProperty("minValue", out _) && parameter.Value.TryGetProperty("maxValue", out _), $"{parameter.Name} has no limits");
    }
}
