namespace Ingest.Trainer;

/// <summary>
/// How far an annotation surprises what was learned, as sums of negative logarithms of likelihood. It tells earlier than F1 whether a change is one for the better, since it
/// counts how near every choice was.
/// </summary>
/// <param name="Cues">Over all words that may be cues: whether they are.</param>
/// <param name="Contents">Over the cues: their contents.</param>
/// <param name="Count">Number of cues.</param>
readonly record struct Loss(double Cues, double Contents, int Count)
{
    public static Loss operator +(Loss a, Loss b) => new(a.Cues + b.Cues, a.Contents + b.Contents, a.Count + b.Count);

    public override string ToString() => $"loss a cue: {Cues / Math.Max(1, Count):F3} for telling cues from other words, {Contents / Math.Max(1, Count):F3} for their contents";
}
