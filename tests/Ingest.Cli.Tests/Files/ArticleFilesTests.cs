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

        Assert.Equal(["Z.txt", "a/1.txt", "a/2.txt", "b.txt"], ArticleFiles.Find([folder]).Select(file => file.Name));
    }

    [Fact]
    public void A_file_that_is_named_goes_by_its_own_name()
    {
        Put("deep/down/article.txt");

        var file = Assert.Single(ArticleFiles.Find([Path.Combine(folder, "deep/down/article.txt")]));

        Assert.Equal("article.txt", file.Name);
    }

    [Fact]
    public void Hidden_files_are_left_out_of_a_folder_but_not_when_named()
    {
        Put(".DS_Store");
        Put("article.txt");

        Assert.Equal("article.txt", Assert.Single(ArticleFiles.Find([folder])).Name);
        Assert.Equal(".DS_Store", Assert.Single(ArticleFiles.Find([Path.Combine(folder, ".DS_Store")])).Name);
    }

    [Fact]
    public void A_path_that_is_not_there_is_named()
    {
        var error = Assert.Throws<CliException>(() => ArticleFiles.Find([Path.Combine(folder, "nowhere")]));

        Assert.Equal($"There is no file or folder {folder}/nowhere", error.Message.Replace('\\', '/'));
        Assert.Equal(ExitCode.Usage, error.Code);
    }

    [Fact]
    public void An_empty_folder_is_an_error()
    {
        var error = Assert.Throws<CliException>(() => ArticleFiles.Find([folder]));

        Assert.Equal($"There are no files in {folder}", error.Message);
    }

    void Put(string name)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "text");
    }
}
