using System.Globalization;
using System.Text;

namespace Ingest.Benchmarks.Ingestion;

/// <summary>An invented article in the upload format, the same for the same number.</summary>
static class SyntheticArticle
{
    static readonly string[] First = ["Anna", "Boris", "Carla", "David", "Elena", "Frank", "Greta", "Hugo", "Irene", "Jonas", "Klara", "Louis", "Maria", "Nils", "Olga", "Peter", "Rosa", "Simon", "Tina", "Viktor"];
    static readonly string[] Last = ["Albrecht", "Bergmann", "Castell", "Dalgaard", "Eriksen", "Fontaine", "Gardner", "Holloway", "Ivarsson", "Jansen", "Keller", "Lindqvist", "Moreau", "Novak", "Ostrowski", "Petersen", "Quintero", "Rasmussen", "Sandoval", "Thornton"];
    static readonly string[] Roles = ["Finance Minister", "Mayor", "Chief Executive", "Union Leader", "Party Chairman"];
    static readonly string[] Topics = ["harbour bridge", "grain reserve", "railway budget", "water tariff", "school reform", "fishing quota", "wind farm", "housing fund"];

    /// <summary>Writes article <paramref name="number"/> of <paramref name="date"/>.</summary>
    /// <param name="speakers">How many people there are to be quoted: 1 to 10,000.</param>
    public static string Write(DateOnly date, int number, int speakers)
    {
        var random = new Random(number);
        var (one, two, three) = (Name(random.Next(speakers)), Name(random.Next(speakers)), Name(random.Next(speakers)));
        var topic = Topics[random.Next(Topics.Length)];
        var amount = random.Next(2, 900);
        return string.Create(CultureInfo.InvariantCulture, $"""
             date {date:yyyy-MM-dd} https://example.org/{date:yyyy/MM/dd}/{topic.Replace(' ', '-')}-{number}
            Council weighs {amount} million for the {topic}
            {Roles[number % Roles.Length]} {one} said on Monday that the {topic} would cost {amount} million and take {amount % 7 + 2} years to finish.
            "We have waited long enough for the {topic}, and the money is there," {one} told reporters after the vote. "Nobody should lose a job over {amount} million."
            The opposition disagreed. "This plan for the {topic} was written in a hurry and it shows on every page," said {two}, who has led the committee since spring.
            {three} warned that the region could not pay more than {amount / 2} million without new taxes.
            The council will meet again next week. A vote on the {topic} is expected before the summer, and work could begin in the autumn if the permits are granted in time.
            """);
    }

    /// <summary>The slug of whoever gives every <see cref="Speech"/>.</summary>
    public const string SpeechSlug = "ingrid-halvorsen";

    /// <summary>An article that quotes one person so many times.</summary>
    public static string Speech(DateOnly date, int number, int quotes)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $" date {date:yyyy-MM-dd} https://example.org/speech/{number}\n");
        text.Append(CultureInfo.InvariantCulture, $"Speech number {number} of the prime minister\n");
        for (var i = 0; i < quotes; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\"The {Topics[random.Next(Topics.Length)]} will cost us {random.Next(2, 90_000)} million and we are going to pay for it,\" said Prime Minister Ingrid Halvorsen.\n");
        }

        return text.ToString();
    }

    static string Name(int person)
    {
        var (first, rest) = (person % First.Length, person / First.Length);
        var (last, more) = (rest % Last.Length, rest / Last.Length);
        return more == 0 ? $"{First[first]} {Last[last]}" : $"{First[first]} {Last[last]}-{Last[(last + more) % Last.Length]}";
    }
}
