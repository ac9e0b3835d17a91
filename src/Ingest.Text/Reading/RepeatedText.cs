using System.Buffers;
using System.Numerics;
using Ingest.Text.Tokens;

namespace Ingest.Text.Reading;

/// <summary>
/// Finds text that stands twice, whatever the blanks, marks and line breaks in it, and says which paragraphs to leave out
/// so that it counts once. A paragraph that stands whole in a longer one further down, as a quote pulled out of it for show does, goes.
/// Of two copies the clean one stays: the one with a dateline, otherwise the one with fewer glued paragraphs, otherwise the first.
/// <para>
/// Words are hashed, and every run of <see cref="Shingle"/> words is looked up among those before it; a hit is followed as
/// far as the two agree, and reading goes on behind it, so that the whole is linear in the number of words.
/// </para>
/// </summary>
static class RepeatedText
{
    /// <summary>Words of a run that are looked up together.</summary>
    const int Shingle = 8;

    /// <summary>A run of fewer words repeats for many reasons: a slogan, a caption, a refrain in a speech.</summary>
    const int ShortestRun = 16;

    /// <summary>This share of a paragraph must repeat for it to go.</summary>
    const double Covered = 0.8;

    /// <summary>So many words may stand in a copy between two runs and not in the other: a caption, a dateline.</summary>
    const int Inserted = 32;

    // Each pass leaves out one copy, or what is pulled; a body that stands more often than this is no scrape.
    const int Passes = 4;

    const uint Base = 0x9E3779B1;

    /// <summary>A paragraph as this class sees it.</summary>
    /// <param name="Clean">Negative for a glued paragraph, positive for one with a dateline, otherwise 0.</param>
    public readonly record struct Unit(TextSpan Span, int Clean);

    /// <summary>Marks in <paramref name="leaveOut"/> the paragraphs that stand elsewhere too.</summary>
    public static void Find(string text, ReadOnlySpan<Unit> units, Span<bool> leaveOut)
    {
        if (!SentenceOpenings.MayRepeat(text, units)) return;
        var characters = 0;
        foreach (ref readonly var unit in units) characters += unit.Span.Length;
        var words = ArrayPool<uint>.Shared.Rent(characters / 2 + units.Length + 1);
        var firsts = ArrayPool<int>.Shared.Rent(units.Length + 1);
        var count = 0;
        for (var i = 0; i < units.Length; i++)
        {
            firsts[i] = count;
            if (!leaveOut[i]) count = HashWords(text, units[i].Span, words, count);
        }
        firsts[units.Length] = count;
        for (var pass = 0; pass < Passes && FindOnce(units, words, firsts.AsSpan(0, units.Length + 1), leaveOut); pass++) Drop(words, firsts, leaveOut);
        ArrayPool<int>.Shared.Return(firsts);
        ArrayPool<uint>.Shared.Return(words);
    }

    static bool FindOnce(ReadOnlySpan<Unit> units, uint[] words, ReadOnlySpan<int> firsts, Span<bool> leaveOut)
    {
        var count = firsts[^1];
        var first = ArrayPool<int>.Shared.Rent(count + 1);
        var second = ArrayPool<int>.Shared.Rent(count + 1);
        first.AsSpan(0, count).Clear();
        second.AsSpan(0, count).Clear();
        var found = count >= 2 * Shingle && MarkRuns(words.AsSpan(0, count), first, second)
            && (LeaveOutPulled(firsts, first, leaveOut) || Choose(units, firsts, first, second, leaveOut));
        ArrayPool<int>.Shared.Return(second);
        ArrayPool<int>.Shared.Return(first);
        return found;
    }

    // Moves the words of the paragraphs that stay together.
    static void Drop(uint[] words, Span<int> firsts, ReadOnlySpan<bool> leaveOut)
    {
        int count = 0, start = 0;
        for (var i = 0; i < leaveOut.Length; i++)
        {
            var end = firsts[i + 1];
            firsts[i] = count;
            if (!leaveOut[i])
            {
                words.AsSpan(start, end - start).CopyTo(words.AsSpan(count));
                count += end - start;
            }
            start = end;
        }
        firsts[leaveOut.Length] = count;
    }

    // Words of ASCII letters by their keys, others letter by letter: the same word has the same hash wherever it stands.
    static int HashWords(string text, TextSpan span, uint[] words, int count)
    {
        var most = text.Length - WordKey.Longest;
        for (var at = span.Start; at < span.End;)
        {
            if (at <= most)
            {
                // Most words are a few ASCII letters with a blank or a mark behind them.
                var key = WordKey.ReadWithDigits(text, at, span.End - at, out var letters);
                if (letters < WordKey.Longest && (at + letters == span.End || text[at + letters] < 128))
                {
                    words[count] = key.Hash;
                    count += letters > 0 ? 1 : 0;
                    at += letters + 1;
                    continue;
                }
            }
            var length = 0;
            while (at + length < span.End && Letters.Of(text[at + length]) != 0) length++;
            var word = text.AsSpan(at, length);
            if (length > 0) words[count++] = WordKey.TryOf(word, out var any) ? any.Hash : Hash(word);
            at += length + 1;
        }
        return count;
    }

    static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 0u;
        foreach (var c in word) hash = (hash ^ Letters.Of(c)) * 16777619 + 1;
        return hash;
    }

    /// <summary>Notes at each word of a run where it stands in the other copy, counted from 1.</summary>
    static bool MarkRuns(ReadOnlySpan<uint> words, int[] first, int[] second)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)words.Length * 2);
        var table = ArrayPool<int>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        var top = 1u;
        for (var i = 1; i < Shingle; i++) top *= Base;
        var hash = 0u;
        for (var i = 0; i < Shingle; i++) hash = hash * Base + words[i];

        var any = false;
        for (var at = 0; ;)
        {
            var earlier = Earlier(words, at, hash, table, size);
            var next = at + 1;
            if (earlier >= 0)
            {
                var length = Shingle;
                while (at + length < words.Length && words[earlier + length] == words[at + length]) length++;
                // Copies that follow one another at once overlap in this sense; words that do (ha ha ha) are no copy.
                var apart = at - earlier;
                if (length >= ShortestRun && apart >= ShortestRun)
                {
                    Note(first.AsSpan(earlier, Math.Min(length, apart)), at);
                    Note(second.AsSpan(at, length), earlier);
                    any = true;
                }
                next = at + length - Shingle + 1;
            }
            if (next + Shingle > words.Length) break;
            if (next == at + 1) hash = (hash - words[at] * top) * Base + words[at + Shingle];
            else
            {
                hash = 0;
                for (var i = 0; i < Shingle; i++) hash = hash * Base + words[next + i];
            }
            at = next;
        }
        ArrayPool<int>.Shared.Return(table);
        return any;
    }

    // What was noted first stays: a whole copy and then a sentence of it is not a copy in pieces.
    static void Note(Span<int> run, int other)
    {
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] == 0) run[i] = other + i + 1;
        }
    }

    /// <summary>Where the same run stands before; -1, and the run entered, where it does not.</summary>
    static int Earlier(ReadOnlySpan<uint> words, int at, uint hash, int[] table, int size)
    {
        var slot = (int)((hash * 0x85EBCA6B) >> 7) & (size - 1);
        while (table[slot] is not 0 and var entry)
        {
            if (words.Slice(entry - 1, Shingle).SequenceEqual(words.Slice(at, Shingle))) return entry - 1;
            slot = (slot + 1) & (size - 1);
        }
        table[slot] = at + 1;
        return -1;
    }

    /// <summary>
    /// Leaves out each paragraph that stands again in a longer one further down, where its neighbours do not stand beside it there too:
    /// the longer one says more, mostly whose words they are. False where there is none.
    /// </summary>
    static bool LeaveOutPulled(ReadOnlySpan<int> firsts, int[] first, Span<bool> leaveOut)
    {
        var any = false;
        for (var i = 0; i < leaveOut.Length; i++)
        {
            if (leaveOut[i] || !IsCovered(first, firsts[i], firsts[i + 1], share: 1)) continue;
            var whole = ParagraphOf(firsts, first[firsts[i]] - 1);
            if (firsts[whole + 1] - firsts[whole] <= firsts[i + 1] - firsts[i] || IsBeside(firsts, first, i - 1, whole) || IsBeside(firsts, first, i + 1, whole)) continue;
            leaveOut[i] = any = true;
        }
        return any;
    }

    // Whether a paragraph's copy begins or ends so near to another one that only a caption can stand between.
    static bool IsBeside(ReadOnlySpan<int> firsts, int[] first, int unit, int other)
    {
        if (unit < 0 || unit + 1 >= firsts.Length) return false;
        var word = firsts[unit] + first.AsSpan(firsts[unit]..firsts[unit + 1]).IndexOfAnyExcept(0);
        if (word < firsts[unit]) return false;
        var at = first[word] - 1;
        return at + firsts[unit + 1] - word + Inserted >= firsts[other] && at - Inserted <= firsts[other + 1];
    }

    static int ParagraphOf(ReadOnlySpan<int> firsts, int word)
    {
        var place = firsts.BinarySearch(word);
        if (place < 0) return ~place - 1;
        // Paragraphs without words begin at the same place as the next.
        while (place + 1 < firsts.Length && firsts[place + 1] == firsts[place]) place++;
        return place;
    }

    /// <summary>Leaves out the paragraphs of the worse copy; false where none is covered enough.</summary>
    static bool Choose(ReadOnlySpan<Unit> units, ReadOnlySpan<int> firsts, int[] first, int[] second, Span<bool> leaveOut)
    {
        int cleanFirst = 0, cleanSecond = 0;
        for (var i = 0; i < units.Length; i++)
        {
            if (leaveOut[i]) continue;
            if (IsCovered(first, firsts[i], firsts[i + 1])) cleanFirst += units[i].Clean;
            if (IsCovered(second, firsts[i], firsts[i + 1])) cleanSecond += units[i].Clean;
        }
        var worse = cleanSecond > cleanFirst ? first : second;
        var any = false;
        for (var i = 0; i < units.Length; i++)
        {
            if (leaveOut[i] || !IsCovered(worse, firsts[i], firsts[i + 1])) continue;
            leaveOut[i] = any = true;
        }
        return any;
    }

    /// <summary>Whether most of a paragraph stands in one place of the other copy, in the same order; not its beginning here and its end there, as set phrases do.</summary>
    static bool IsCovered(int[] others, int start, int end, double share = Covered)
    {
        int most = 0, count = 0, last = 0;
        for (var i = start; i < end; i++)
        {
            if (others[i] == 0) continue;
            var moved = others[i] - others[last];
            if (count == 0 || moved < 1 || moved > i - last + Inserted) count = 0;
            most = Math.Max(most, ++count);
            last = i;
        }
        return end > start && most >= (end - start) * share;
    }
}
