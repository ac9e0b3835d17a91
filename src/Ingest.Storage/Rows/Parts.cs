using System.Globalization;

namespace Ingest.Storage.Rows;

/// <summary>Names of the properties that a long value is spread over.</summary>
static class Parts
{
    /// <summary><c>Name</c>, <c>Name1</c>, <c>Name2</c>, and so on.</summary>
    public static string Name(string name, int part) => part == 0 ? name : name + part.ToString(CultureInfo.InvariantCulture);
}
