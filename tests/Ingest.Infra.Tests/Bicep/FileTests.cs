namespace Ingest.Infra.Tests.Bicep;

/// <summary>Every file of infra/ by itself.</summary>
public sealed class FileTests(Compiler compiler)
{
    public static TheoryData<string> Templates => [.. Compiler.Files(".bicep")];

    public static TheoryData<string> Parameters => [.. Compiler.Files(".bicepparam")];

    [Theory, MemberData(nameof(Templates))]
    public void A_template_compiles_and_the_linter_has_nothing_to_say(string file) => Assert.Empty(compiler.Complaints(file));

    [Theory, MemberData(nameof(Parameters))]
    public void A_parameter_file_gives_every_parameter_that_has_no_default_and_none_that_is_unknown(string file) => Assert.Empty(compiler.Complaints(file));

    [Theory, MemberData(nameof(Templates)), MemberData(nameof(Parameters))]
    public void A_file_is_laid_out_as_the_compiler_would(string file) => Assert.Equal(File.ReadAllText(Path.Combine(Compiler.Folder, file)), compiler.Formatted(file));

    [Fact]
    public void Every_parameter_and_output_is_described()
    {
        var template = compiler.Template("main.bicep");
        foreach (var section in new[] { "parameters", "outputs" })
        {
            foreach (var item in template.GetProperty(section).EnumerateObject())
                Assert.True(item.Value.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("description", out _), $"{section}: {item.Name} is not described");
        }
    }

    [Fact]
    public void Every_number_that_can_be_set_has_limits()
    {
        var template = compiler.Template("main.bicep");
        var size = template.GetProperty("definitions").EnumerateObject().Single().Value.GetProperty("properties");
        foreach (var (name, setting) in template.GetProperty("parameters").EnumerateObject().Concat(size.EnumerateObject()).Select(each => (each.Name, each.Value)))
        {
            if (!setting.TryGetProperty("type", out var type) || type.GetString() != "int" || setting.TryGetProperty("allowedValues", out _)) continue;
            Assert.True(setting.TryGetProperty("minValue", out _) && setting.TryGetProperty("maxValue", out _), $"{name} has no limits");
        }
    }
}
