using System.Diagnostics;
using System.Text;

namespace Ingest.Benchmarks.Extraction;

/// <summary>Texts that are hard in one way, at doubling sizes: the time a byte must stay the same.</summary>
static class Doubling
{
    public static void Run()
    {
        Measure("quotation marks", n => new StringBuilder().Insert(0, "\"", n).ToString(), 250_000);
        Measure("quotation marks in words", n => Repeat("he said \"a ", n), 250_000);
        Measure("one paragraph, MB x 10", n => Repeat("The minister said that the road would be built, she added. ", n * 100_000 / 58), 25);
        Measure("sentences said by nobody", n => Repeat("\"We will go.\" ", n), 100_000);
        Measure("names", n => Names(n), 25_000);
    }

    static void Measure(string what, Func<int, string> make, int size)
    {
        var line = new StringBuilder($"doubling {what,-26}");
        var before = 0.0;
        for (var n = size; n <= 4 * size; n *= 2)
        {
            var bytes = Encoding.UTF8.GetBytes("A headline\n" + make(n));
            var best = double.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var clock = Stopwatch.StartNew();
                Steps.Parse(bytes);
                best = Math.Min(best, clock.Elapsed.TotalSeconds);
            }
            var rate = bytes.Length / 1e6 / best;
            line.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {n,9:N0}: {best * 1000,6:F0} ms, {rate,5:F1} MB/s{(before > 0 ? $", x{best / before:F2}" : "")}");
            before = best;
        }
        Console.WriteLine(line);
    }

    static string Repeat(string sentence, int times) => new StringBuilder(sentence.Length * times).Insert(0, sentence, times).ToString();

    static string Names(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Name(i)} {Name(i / 7 + 3)} said that it rained. ").Append(i % 5 == 4 ? "\n" : "");
        return text.ToString();
    }

    // Ba, Be, ... : a name for each number.
    static string Name(int number)
    {
        const string consonants = "bdfgklmnprst", vowels = "aeiou";
        var name = new StringBuilder();
        do
        {
            name.Append(consonants[number % 12]).Append(vowels[number / 12 % 5]);
            number /= 60;
        }
        while (number > 0);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.Append('n').ToString();
    }
}
