namespace Ingest.Text.Quotes.Learning;

/// <summary>Takes the features that hold; the same code fills it for training and for running.</summary>
interface IFeatureSink
{
    /// <summary>A feature holds: a number that stands for its template and what the template saw.</summary>
    void Add(uint feature);
}
