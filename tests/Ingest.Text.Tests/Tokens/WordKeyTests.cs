using Ingest.Text.Tokens;

namespace Ingest.Text.Tests.Tokens;

public sealed class WordKeyTests
{
    [Theory]
    [InlineData("Dollar, and the rest", 6)]
    [InlineData("3M, and all the rest of it", 2)]
    [InlineData("self-made and the rest", 4)]
    [InlineData("café and all of the rest", 3)]
    [InlineData("extraordinarily, and then", 15)]
    public void A_word_read_from_a_text_has_the_key_that_it_has_by_itself(string text, int letters)
    {
        var key = WordKey.ReadWithDigits(text, 0, text.Length, out var length);
        Assert.True(WordKey.TryOf(text.AsSpan(0, letters), out var alone));
        Assert.Equal((alone, letters), (key, length));
    }
}
