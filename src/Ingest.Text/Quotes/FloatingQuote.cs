namespace Ingest.Text.Quotes;

/// <summary>Words in quotation marks that no cue has, and may yet be somebody's.</summary>
/// <param name="FirstSpan">Index of the first span in quotation marks.</param>
/// <param name="LastSpan">Index of the last one: later than the first where the first were not closed, as in a quote of several paragraphs.</param>
/// <param name="First">First word.</param>
/// <param name="Last">Last word.</param>
/// <param name="Before">Index of the attribution that stands before it; -1 where there is none.</param>
/// <param name="Distance">Tokens since that attribution's end.</param>
/// <param name="Paragraphs">Paragraphs since that attribution's cue; at most 3.</param>
/// <param name="Follows">Whether that attribution's last word stands in quotation marks.</param>
readonly record struct FloatingQuote(int FirstSpan, int LastSpan, int First, int Last, int Before, int Distance, int Paragraphs, bool Follows);
