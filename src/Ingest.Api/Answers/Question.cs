using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Ingest.Api.Asking;
using Ingest.Api.Contract;
using Ingest.Api.Problems;
using Ingest.Storage.Reading;

namespace Ingest.Api.Answers;

/// <summary>
/// What a list is a list of. A page's token carries its fingerprint: a token that is cut, altered, or sent with another question is told apart,
/// where it would otherwise give wrong items.
/// </summary>
/// <param name="text">The question in a form that is the same for the same question.</param>
sealed class Question(string text)
{
    const int Length = 8;

    /// <summary>The question that a list's operation and parameters make; pages and forms of it are the same question.</summary>
    public static Question Of(string list, params ReadOnlySpan<object?> parts)
    {
        var text = new StringBuilder(list);
        foreach (var part in parts)
        {
            text.Append('\n').Append(part switch
            {
                DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                _ => part,
            });
        }
        return new Question(text.ToString());
    }

    /// <summary>The page with a token that is good for this question alone.</summary>
    public Page<T> Seal<T>(Page<T> page) => page.Next is null ? page : page with { Next = Seal(page.Next) };

    string Seal(string token)
    {
        var inner = Encoding.UTF8.GetBytes(token);
        return Base64Url.EncodeToString([.. Fingerprint(inner), .. inner]);
    }

    /// <summary>The reader's token out of the request's.</summary>
    /// <returns>False where it is none of this question's.</returns>
    public bool TryOpen(Arguments arguments, out string? token, [NotNullWhen(false)] out Problem? problem)
    {
        problem = null;
        token = null;
        if (arguments.Get(Parameters.Next) is not { } sealedToken) return true;
        if (Base64Url.IsValid(sealedToken) && Base64Url.DecodeFromChars(sealedToken) is { Length: > Length } bytes
            && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, Length), Fingerprint(bytes.AsSpan(Length))))
        {
            token = Encoding.UTF8.GetString(bytes.AsSpan(Length));
            return true;
        }
        problem = Problem.BadParameter(Parameters.Next.Name, Fault.Quote(sealedToken), $"it takes {Parameters.Next.Takes}");
        return false;
    }

    ReadOnlySpan<byte> Fingerprint(ReadOnlySpan<byte> inner) => SHA256.HashData([.. Encoding.UTF8.GetBytes(text), 0, .. inner]).AsSpan(0, Length);
}
