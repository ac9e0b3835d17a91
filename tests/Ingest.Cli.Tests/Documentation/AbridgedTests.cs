namespace Ingest.Cli.Tests.Documentation;

public sealed class AbridgedTests
{
    [Theory]
    [InlineData("""{"a": 1, "b": [2, …]}""", """{"a":1,"b":[2,3,4]}""", true)]
    [InlineData("""{"a": 1, …}""", """{"a":1,"b":[2,3,4]}""", true)]
    [InlineData("""{"a": "The …", "b": 2}""", """{"a":"The end","b":2}""", true)]
    [InlineData("""{"a": 1}""", """{"a":2}""", false)]
    [InlineData("""{"a": 1}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"a": "an end"}""", """{"a":"anend"}""", false)]
    [InlineData("""{"a": […], "b": 2}""", """{"a":[1],"b":3}""", false)]
    public void What_is_left_out_may_be_anything_and_all_else_has_to_stand_there(string abridged, string whole, bool same) =>
        Assert.Equal(same, Abridged.Is(abridged, whole));
}
