namespace Ingest.Text.Quotes.Learning;

/// <summary>Takes the features that hold; the same code fills it for training and for running.</summary>
interface IFeatureSink
{
    /// <summary>Features hold: numbers of <see cref="Feature"/>, not mixed yet.</summary>
    void Add(params ReadOnlySpan<uint> features);
}
