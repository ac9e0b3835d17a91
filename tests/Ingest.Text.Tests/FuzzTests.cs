using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests;

/// <summary>Mutated articles through the whole parser: whatever comes in, what comes out keeps its promises.</summary>
public sealed class FuzzTests
{
    const int Rounds = 4000;

    const string Article = """
         date 2023-07-07 https://www.example.com/20230707/harbour-tax.html?utm_source=x
        Alliance Has No Position on Harbour Tax, Voss Says
        The alliance has no position on the tax, Secretary General Mirela Voss said on Friday.
        "It does not have a position because a number of members signed. It is for each of them to decide," Voss told reporters ahead of the Lindmark summit.On Thursday, Norland Ambassador to the United Nations Vasily Orlenko said that it would represent yet "another step" towards closing the strait.
        LINDMARK (Norpress) - The alliance has no position on the tax, Secretary General Mirela Voss said on Friday.
        "It does not have a position because a number of members signed. It is for each of them to decide," Voss told reporters ahead of the Lindmark summit.
        On Thursday, Norland Ambassador to the United Nations Vasily Orlenko said that it would represent yet "another step"
        towards closing the strait. “I ‘never’ said,” he added, “that Łukasz Żółć of J.P. Roe & Co., Inc. (JPR) would…”
        "We waited," a senior official, who asked not to be named, said. According to Dr. Ann Low-O'Malley Jr., 45, a baker from Leeds, it’s “over.”
        WALLACE: Is it? ROE: No.
        Poll: 40% agree – “A lot,” tweets @annroe. 𝔘nicode 👩‍🌾 said so, and 习近平 agreed.
        """;

    static readonly string[] Pieces =
    [
        "\"", "“", "”", "‘", "’", "''", "«", "\n", "\r\n", "\r", "\n\n", " ", "\t", "\0", "\u0007", "\u2028", "\uD83D", "\uDE00", "\uFFFD", "\uFEFF", "\u0301", "İ", "ß", "'s", "’s",
        ",", ".", "...", "…", "?", "!", ":", ";", "-", "--", "—", "(", ")", "[", "]", "@", "#", "&", "/", "said", " he ", " she said ", " who ", " Mr. ", " the ", " Voss ", " VOSS", "Voss's ", " of ",
        " according to ", " (AP) - ", "date ", "date 0000-00-00 ", "https://", "%", "1", "99999999999999999999", "a", "I", "Van der ", "Inc.", "U.S.", "Jr.", " and ",
    ];

    [Fact]
    public void No_mutation_breaks_the_parser_or_its_promises()
    {
        var random = new Random(20230707);
        for (var round = 0; round < Rounds; round++)
        {
            var content = Mutate(random);
            var result = ArticleParser.Parse(content, "fuzz.txt", Uploads.Uploaded);
            if (result.Ok) Check(result.Article, round);
            else Assert.EndsWith(".", result.Reason, StringComparison.Ordinal);
        }
    }

    static byte[] Mutate(Random random)
    {
        var text = new StringBuilder(Article);
        for (var edits = random.Next(1, 40); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(1, 60), text.Length - at));
                    if (text.Length == 0) text.Append('x');
                    break;
                case 2:
                    var length = Math.Min(random.Next(1, 300), text.Length - at);
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                case 3:
                    text[at] = (char)random.Next(1, 0x2100);
                    break;
                default:
                    text.Insert(at, string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 12))));
                    break;
            }
        }
        Encoding encoding = random.Next(6) switch { 0 => new UnicodeEncoding(false, true), 1 => Encoding.Latin1, _ => new UTF8Encoding(random.Next(2) == 0) };
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
        for (var damage = random.Next(8) == 0 ? random.Next(1, 20) : 0; damage > 0; damage--) content[random.Next(content.Length)] = (byte)random.Next(256);
        return random.Next(10) == 0 ? content[..random.Next(content.Length)] : content;
    }

    /// <summary>What every parsed article promises.</summary>
    static void Check(Article article, int round)
    {
        var text = article.Text;
        InOrder(article.Paragraphs, text, round);
        if (article.TitleSpan is { } title) Assert.True(title.Start >= 0 && title.End <= text.Length && !title.IsEmpty, $"round {round}");
        Assert.DoesNotContain(article.Title, char.IsControl);
        var last = -1;
        foreach (var quote in article.Quotes)
        {
            Assert.NotEmpty(quote.Spans);
            InOrder(quote.Spans, text, round);
            Assert.True(quote.Spans[0].Start >= last, $"round {round}: quotes out of order");
            last = quote.Spans[0].Start;
            Assert.Equal(string.Join(' ', quote.Spans.Select(span => text[span.Start..span.End])), quote.Text);
            InOrder(quote.Fragments, text, round);
            Assert.All(quote.Fragments, fragment => Assert.Contains(quote.Spans, span => span.Contains(fragment)));
            if (quote.CueSpan is { } cue) Assert.Equal(text[cue.Start..cue.End], quote.Cue);
            if (quote.SpeakerSpan is { } mention) InOrder([mention], text, round);
            if (quote.Speaker is { } speaker)
            {
                Assert.False(string.IsNullOrWhiteSpace(speaker.Name));
                Assert.DoesNotContain(speaker.Name, char.IsControl);
                Assert.DoesNotContain(speaker.Role ?? "", char.IsControl);
                CheckSlug(speaker.Slug);
            }
            Assert.All(quote.Mentions, named => CheckSlug(named.Slug));
            Assert.Equal(quote.Mentions.Count, quote.Mentions.Select(named => named.Slug).Distinct().Count());
        }
    }

    static void CheckSlug(string slug)
    {
        Assert.InRange(slug.Length, 1, Slug.MaxLength);
        Assert.DoesNotContain(slug, c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-');
    }

    static void InOrder(IReadOnlyList<TextSpan> spans, string text, int round)
    {
        var last = 0;
        foreach (var span in spans)
        {
            Assert.True(span.Start >= last && span.End > span.Start && span.End <= text.Length, $"round {round}: {span} after {last} of {text.Length}");
            last = span.End;
        }
    }
}
