using Ingest.Text.Articles;

namespace Ingest.Text.Speakers;

/// <summary>Who is meant by an attribution's source, and whom its content names.</summary>
/// <param name="Speaker">Null where the attribution has no source.</param>
/// <param name="Mentions">As <see cref="Quote.Mentions"/>.</param>
readonly record struct Resolution(Speaker? Speaker, IReadOnlyList<Mentioned> Mentions);
