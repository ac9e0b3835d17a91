namespace Ingest.Text.Tests;

public sealed class TextSpanTests
{
    static readonly TextSpan Bridge = new(4, 10);

    [Fact]
    public void A_span_has_its_first_position_and_not_its_end()
    {
        Assert.Equal("bridge", Bridge.Of("The bridge opens."));
        Assert.Equal(6, Bridge.Length);
        Assert.Equal([false, true, true, false], ((int[])[3, 4, 9, 10]).Select(Bridge.Contains));
    }

    [Fact]
    public void A_span_contains_itself_and_what_is_within()
    {
        Assert.True(Bridge.Contains(Bridge));
        Assert.True(Bridge.Contains(new TextSpan(5, 9)));
        Assert.False(Bridge.Contains(new TextSpan(3, 9)));
        Assert.False(Bridge.Contains(new TextSpan(5, 11)));
    }
}
