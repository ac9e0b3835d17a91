using System.Text;
using Ingest.Storage.Keys;

namespace Ingest.Storage.Tests.Keys;

public sealed class KeyTests
{
    const int Seed = 11;

    // Whole characters: blob storage takes no half of a surrogate pair.
    static readonly Rune[] Nasty = [.. "/\\#?%'\"&+~ .-_[]>@=\t\n\0\u007f\u0085aZ0é漢😀".EnumerateRunes()];

    public static TheoryData<string, string> Neighbours => new()
    {
        { "a.txt", "a/b.txt" }, { "a/b", "a0" }, { "a-b", "a.b" }, { "a#", "a$" }, { "a\"", "a#" }, { "a?", "a@" }, { "a>", "a?" }, { "a[", "a\\" }, { "a\\", "a]" },
        { "a\n", "a " }, { "a%", "a&" }, { "a'", "a(" }, { "a", "a." }, { "a~", "aé" }, { "2023/07/07/x", "2023/07/08" },
    };

    [Theory]
    [MemberData(nameof(Neighbours))]
    public void Keys_of_blobs_sort_as_the_names_do(string earlier, string later) =>
        Assert.True(string.CompareOrdinal(BlobKey.Of(earlier), BlobKey.Of(later)) < 0);

    [Fact]
    public void Whatever_a_blob_is_called_its_key_is_a_key_and_keeps_the_order()
    {
        var random = new Random(Seed);
        var names = Enumerable.Range(0, 3000).Select(_ => string.Concat(random.GetItems(Nasty, random.Next(1, 12)))).Distinct().Order(StringComparer.Ordinal).ToList();
        var keys = names.ConvertAll(BlobKey.Of);
        Assert.All(keys, key => Assert.DoesNotContain(key, c => c is '/' or '\\' or '#' or '?' or '%' or '\'' || char.IsControl(c)));
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Long_names_have_keys_of_their_own_that_the_service_takes()
    {
        var (one, other) = (new string('/', 1023) + "a", new string('/', 1023) + "b");
        Assert.NotEqual(BlobKey.Of(one), BlobKey.Of(other));
        Assert.InRange(BlobKey.Of(one).Length, 1, 512);
    }

    [Fact]
    public void Later_days_and_larger_numbers_sort_first()
    {
        Assert.True(string.CompareOrdinal(TableKey.Newest(new DateOnly(2024, 1, 2)), TableKey.Newest(new DateOnly(2024, 1, 1))) < 0);
        Assert.Equal(DateOnly.MinValue, TableKey.DayOf(TableKey.Newest(DateOnly.MinValue)));
        Assert.Equal(DateOnly.MaxValue, TableKey.DayOf(TableKey.Newest(DateOnly.MaxValue)));
        Assert.True(string.CompareOrdinal(TableKey.Most(10), TableKey.Most(9)) < 0);
    }

    [Fact]
    public void An_id_is_24_letters_and_digits_the_same_for_the_same_identity()
    {
        Assert.Equal(TableKey.Hash("url https://a.example/1"), TableKey.Hash("url https://a.example/1"));
        Assert.NotEqual(TableKey.Hash("url https://a.example/1"), TableKey.Hash("url https://a.example/2"));
        Assert.True(TableKey.IsArticleId(TableKey.Hash("anything")));
        Assert.False(TableKey.IsArticleId("short"));
        Assert.False(TableKey.IsArticleId(new string('\'', 24)));
    }
}
