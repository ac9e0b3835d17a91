using System.Globalization;
using System.Text;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>Articles to load, read or made one by one, so that they do not fill the memory that is measured.</summary>
/// <param name="Title">What the report calls it.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Articles">The uploads: blob name and content.</param>
sealed record Corpus(string Title, int Count, IEnumerable<(string Name, byte[] Content)> Articles)
{
    /// <summary>Articles of a folder in the upload format, in the order of their names; once more under other names and addresses where more are wanted than there are.</summary>
    public static Corpus Of(string folder, int wanted)
    {
        var files = Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories);
        if (files.Length == 0) throw new ArgumentException($"There are no .txt files in {folder}.", nameof(folder));
        Array.Sort(files, StringComparer.Ordinal);
        var count = wanted > 0 ? wanted : files.Length;
        return new Corpus($"{count} articles of {Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}", count, Read());

        IEnumerable<(string, byte[])> Read()
        {
            for (var i = 0; i < count; i++)
            {
                var (file, round) = (files[i % files.Length], i / files.Length);
                var content = File.ReadAllBytes(file);
                yield return round == 0
                    ? (Path.GetFileName(file), content)
                    : (string.Create(CultureInfo.InvariantCulture, $"{round}/{Path.GetFileName(file)}"), Again(content, round));
            }
        }
    }

    /// <summary>One day's articles, invented: three of its speakers in each, four quotes.</summary>
    public static Corpus Day(DateOnly date, int count, int speakers = 1000)
    {
        return new Corpus(string.Create(CultureInfo.InvariantCulture, $"a synthetic day of {count} articles and {speakers} speakers"), count, Write());

        IEnumerable<(string, byte[])> Write()
        {
            for (var i = 0; i < count; i++)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"day/{date:yyyy-MM-dd}/{i:D6}.txt"), Encoding.UTF8.GetBytes(SyntheticArticle.Write(date, i, speakers)));
            }
        }
    }

    /// <summary>The same article under another address: the round stands first in its path. One without an address is another article by its blob's name.</summary>
    static byte[] Again(byte[] content, int round)
    {
        using var reader = new StreamReader(new MemoryStream(content), Encoding.Latin1, detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        var address = text.AsSpan(0, text.AsSpan().IndexOf('\n') is var end and >= 0 ? end : text.Length).IndexOf("://");
        var path = address < 0 ? -1 : text.IndexOf('/', address + 3);
        if (path < 0) return content;
        var encoding = reader.CurrentEncoding;
        return [.. encoding.Preamble, .. encoding.GetBytes(text.Insert(path, string.Create(CultureInfo.InvariantCulture, $"/{round}")))];
    }
}
