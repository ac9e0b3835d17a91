using Ingest.Cli.Files;

namespace Ingest.Cli.Tests.Files;

public sealed class ArticleFilesTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("ingest-files-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_gives_its_files_and_those_of_its_folders_by_name()
    {
        foreach (var name in (string[])["b.txt", "a/2.txt", "a/1.txt", "Z.txt"]) Put(name);

        Assert.Equal(["Z.txt", "a/1.txt", "a/2.txt", "b.txt"], Find(folder).Select(file => file.Name));
    }

    [Fact]
    public void A_file_that_is_named_goes_by_its_own_name()
    {
        Put("deep/down/article.txt");

        var file = Assert.Single(Find(Path.Combine(folder, "deep/down/article.txt")));

        Assert.Equal("article.txt", file.Name);
    }

    [Fact]
    public void Hidden_files_are_left_out_of_a_folder_but_not_when_named()
    {
        Put(".DS_Store");
        Put("article.txt");

        Assert.Equal("article.txt", Assert.Single(Find(folder)).Name);
        Assert.Equal(".DS_Store", Assert.Single(Find(Path.Combine(folder, ".DS_Store"))).Name);
    }

    [Fact]
    public void A_path_that_is_not_there_is_named()
    {
        var error = Assert.Throws<CliException>(() => Find(Path.Combine(folder, "nowhere")));

        Assert.Equal($"There is no file or folder {folder}/nowhere", error.Message.Replace('\\', '/'));
        Assert.Equal(ExitCode.Usage, error.Code);
    }

    [Fact]
    public void An_empty_folder_is_an_error()
    {
        var error = Assert.Throws<CliException>(() => Find(folder));

        Assert.Equal($"There are no files in {folder}", error.Message);
    }

    [Fact]
    public void Standard_input_is_an_article_named_by_its_content_and_read_no_further_than_that_it_is_too_large()
    {
        var small = ArticleFiles.OfInput(new MemoryStream("text"u8.ToArray()), largest: 1000);
        var again = ArticleFiles.OfInput(new MemoryStream("text"u8.ToArray()), largest: 1000);
        var large = ArticleFiles.OfInput(new MemoryStream(new byte[200_000]), largest: 100_000);

        Assert.Equal((small.Name, "standard input", 4), (again.Name, small.Shown, small.Content!.Length));
        Assert.Matches("^[0-9a-f]{16}\\.txt$", small.Name);
        Assert.Equal(100_001, large.Content!.Length);
    }

    [Fact]
    public void Standard_input_can_be_named_once()
    {
        Assert.Equal("Standard input (-) can be read once", Assert.Throws<CliException>(() => Find("-", "-")).Message);
    }

    static IReadOnlyList<ArticleFile> Find(params string[] paths) => ArticleFiles.Find(paths, largest: 1000);

    void Put(string name)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "text");
    }
}
