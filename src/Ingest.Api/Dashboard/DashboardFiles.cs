using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Api.Dashboard;

/// <summary>
/// The dashboard's files, which are embedded in this assembly. They are addressed as <c>assets/{version}/…</c>, the version being a hash
/// of them all: a browser keeps them for good, and a new build has new addresses.
/// </summary>
public sealed class DashboardFiles
{
    const string Prefix = "dashboard:";
    const string PageName = "index.html";

    readonly FrozenDictionary<string, DashboardFile> files;

    DashboardFiles(IReadOnlyDictionary<string, byte[]> contents)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, content) in contents.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes(path));
            all.AppendData(content);
        }
        Version = Short(all.GetHashAndReset());
        files = contents.Where(one => one.Key != PageName).Select(one => Make(one.Key, one.Value)).ToFrozenDictionary(one => one.Path, StringComparer.Ordinal);
        var page = Encoding.UTF8.GetString(contents[PageName]).Replace("\"assets/", $"\"assets/{Version}/", StringComparison.Ordinal);
        Page = Make(PageName, Encoding.UTF8.GetBytes(page));
    }

    /// <summary>The files of this build.</summary>
    public static DashboardFiles Embedded { get; } = new(Read());

    /// <summary>Stands for all files together: 16 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>The page at <c>/</c>.</summary>
    public DashboardFile Page { get; }

    /// <summary>Every other file, in the order of paths.</summary>
    public IEnumerable<DashboardFile> All => files.Values.OrderBy(file => file.Path, StringComparer.Ordinal);

    /// <summary>A file by what stands after <c>assets/</c>: <c>{version}/app.js</c>; null where there is none.</summary>
    /// <param name="path">The path, decoded. Only names of embedded files are known, so that there is nothing to climb to.</param>
    /// <param name="current">Whether the version is this build's. A page that was loaded before an update asks by another; it gets what there is.</param>
    public DashboardFile? Find(string path, out bool current)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        current = slash > 0 && path.AsSpan(0, slash).SequenceEqual(Version);
        return slash < 0 ? null : files.GetValueOrDefault(path[(slash + 1)..]);
    }

    static Dictionary<string, byte[]> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                return content;
            }, StringComparer.Ordinal);
    }

    static DashboardFile Make(string path, byte[] content) => new(path, TypeOf(path), Short(SHA256.HashData(content)), content);

    static string Short(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, 8));

    static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain; charset=utf-8",
        var other => throw new InvalidOperationException($"The dashboard has a file of a type that it does not know: {path} ({other})."),
    };
}
