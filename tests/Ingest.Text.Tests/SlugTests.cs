namespace Ingest.Text.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Jens Stoltenberg", "jens-stoltenberg")]
    [InlineData("JENS STOLTENBERG", "jens-stoltenberg")]
    [InlineData("Mr. Jens  Stoltenberg’s", "jens-stoltenberg")]
    [InlineData("jens-stoltenberg", "jens-stoltenberg")]
    [InlineData("Łukasz Żółć", "lukasz-zolc")]
    [InlineData("Søren Ægir Ðórðarson", "soren-aegir-dordarson")]
    [InlineData("Nguyễn Văn Đức", "nguyen-van-duc")]
    [InlineData("Jürgen Weiß", "jurgen-weiss")]
    [InlineData("Ju\u0308rgen Weiß", "jurgen-weiss")]
    [InlineData("İbrahim Yıldız", "ibrahim-yildiz")]
    [InlineData("Владимир Щёлоков", "vladimir-shchyolokov")]
    [InlineData("Αλέξης Τσίπρας", "alexis-tsipras")]
    [InlineData("习近平", "u4e60u8fd1u5e73")]
    [InlineData("J. K. Rowling", "jk-rowling")]
    [InlineData("J.K. Rowling", "jk-rowling")]
    [InlineData("George W. Bush", "george-w-bush")]
    [InlineData("Dr. Ann Roe Jr.", "ann-roe-jr")]
    [InlineData("Sen. Tom Hale", "tom-hale")]
    [InlineData("Seán O’Malley", "sean-omalley")]
    [InlineData("Seán O'Malley", "sean-omalley")]
    [InlineData("Jean-Luc Roe", "jean-luc-roe")]
    [InlineData("Johnson & Roe, Inc.", "johnson-roe-inc")]
    [InlineData("U.N.", "un")]
    [InlineData("tmz.com", "tmz-com")]
    [InlineData("a senior official / two\tothers", "a-senior-official-two-others")]
    [InlineData("", "unnamed")]
    [InlineData("Mr.", "mr")]
    [InlineData("?!", "unnamed")]
    [InlineData("Ann\u0000Roe\u0007", "annroe")]
    public void A_name_has_one_slug_however_it_is_written(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Fact]
    public void A_slug_has_at_most_a_hundred_characters()
    {
        Assert.Equal(50, Slug.Of(new string('x', 500)).Length);
        var words = Slug.Of(string.Join(' ', Enumerable.Repeat("eleven", 50)));
        Assert.InRange(words.Length, 90, Slug.MaxLength);
        Assert.EndsWith("-eleven", words, StringComparison.Ordinal);
        Assert.InRange(Slug.Of(new string('习', 500)).Length, 1, Slug.MaxLength);
    }

    [Fact]
    public void A_slug_is_its_own_slug()
    {
        foreach (var name in (string[])["Jens Stoltenberg", "习近平", "J. K. Rowling", "", "Mr.", "Wm. Roe's"])
            Assert.Equal(Slug.Of(name), Slug.Of(Slug.Of(name)));
    }
}
